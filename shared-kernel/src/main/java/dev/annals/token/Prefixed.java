package dev.annals.token;

import dev.annals.crypto.Base64Url;
import java.util.Optional;

/** Opaque tokens begin with what they are, so that secret scanners and people recognise them. */
final class Prefixed {
  private Prefixed() {}

  /** Empty unless the text is {@code prefix} and exactly {@code length} bytes in base64url. */
  static Optional<byte[]> bytes(String prefix, int length, String text) {
    int characters = (length * 4 + 2) / 3;
    if (!text.startsWith(prefix) || text.length() != prefix.length() + characters) {
      return Optional.empty();
    }
    return Base64Url.decode(text.substring(prefix.length()));
  }
}
