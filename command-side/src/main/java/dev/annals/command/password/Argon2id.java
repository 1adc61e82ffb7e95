package dev.annals.command.password;

import java.util.List;
import java.util.function.Supplier;

/** The key derivation function of RFC 9106, whoever computes it. */
interface Argon2id {

  byte[] derive(byte[] password, byte[] salt, KdfParameters parameters, int length);

  /** The native library where it loads, because hashing is what bounds sign-ins; Java elsewhere. */
  static Argon2id fastest() {
    return firstThatLoads(List.of(NativeArgon2id::new, BouncyArgon2id::new));
  }

  /** A library that is absent, cannot be linked or may not be called is passed over. */
  static Argon2id firstThatLoads(List<Supplier<Argon2id>> candidates) {
    LinkageError reason = new LinkageError("no implementation of Argon2id loads");
    for (Supplier<Argon2id> candidate : candidates) {
      try {
        return candidate.get();
      } catch (LinkageError | IllegalCallerException e) {
        reason.addSuppressed(e);
      }
    }
    throw reason;
  }
}
