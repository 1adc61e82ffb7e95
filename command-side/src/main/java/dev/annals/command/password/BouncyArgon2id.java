package dev.annals.command.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The same bytes in pure Java, a third slower: where there is no native library. */
final class BouncyArgon2id implements Argon2id {

  @Override
  public byte[] derive(byte[] password, byte[] salt, KdfParameters parameters, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(parameters.memoryKiB())
            .withIterations(parameters.passes())
            .withParallelism(parameters.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    int _ = generator.generateBytes(password, hash);
    return hash;
  }
}
