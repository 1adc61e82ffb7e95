package dev.annals.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key-encryption key as an operator gives it: in a setting, or in a file that a setting names.
 */
public final class GivenKey {
  private GivenKey() {}

  /**
   * The key, or nothing where neither is set; the setting for the file is called {@code -file}.
   *
   * @param setting what the setting is called, for whoever is told that it cannot be used
   * @throws IllegalArgumentException in words that name the setting and quote nothing of the key
   */
  public static Optional<KeyEncryptionKey> of(
      String setting, @Nullable String text, @Nullable String file) {
    if (text != null) {
      return Optional.of(parse(setting, text));
    }
    return Optional.ofNullable(file)
        .map(name -> parse(setting + "-file", read(setting + "-file", name)));
  }

  private static KeyEncryptionKey parse(String setting, String text) {
    try {
      return KeyEncryptionKey.fromBase64(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
    }
  }

  private static String read(String setting, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(setting + " cannot be read: " + file, e);
    }
  }
}
