package dev.annals.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * The key-encryption key of an installation that is not given one: a line of base64 that only its
 * owner may read.
 */
public final class KeyFile {

  private static final int KEY_BYTES = 32;

  private KeyFile() {}

  /**
   * The file with the key; a new key is made only where there is no log that was sealed under
   * another.
   */
  public static Path in(DataDirectory data, Supplier<String> newKey) {
    var file = data.keyFile();
    try {
      if (!Files.exists(file)) {
        refuseSecondKey(data);
        OwnerOnly.write(file, newKey.get());
      }
      refuseMalformed(file, OwnerOnly.read(file));
      return file;
    } catch (IOException e) {
      throw new StartRefused("The key file %s cannot be used: %s".formatted(file, e), e);
    }
  }

  private static void refuseSecondKey(DataDirectory data) {
    if (data.holdsDatabase()) {
      throw new StartRefused(
          ("The log in %s was sealed under a key that is not here, and no other key opens it."
                  + " Put the key back into %s (mode 600), or give it as ANNALS_KEK.")
              .formatted(data.cluster(), data.keyFile()));
    }
  }

  private static void refuseMalformed(Path file, String line) {
    if (!isKey(line)) {
      throw new StartRefused(
          "%s holds no key: expected %d bytes as one line of base64.".formatted(file, KEY_BYTES));
    }
  }

  private static boolean isKey(String line) {
    try {
      return Base64.getDecoder().decode(line).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
