package dev.annals.command.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/** The reference implementation in C; loading it needs native access and a place to unpack to. */
final class NativeArgon2id implements Argon2id {
  private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

  @Override
  public byte[] derive(byte[] password, byte[] salt, KdfParameters parameters, int length) {
    return argon2.pbkdf(
        parameters.passes(), parameters.memoryKiB(), parameters.lanes(), password, salt, length);
  }
}
