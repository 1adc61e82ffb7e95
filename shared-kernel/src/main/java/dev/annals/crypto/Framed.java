package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as bytes, in the one way that no other texts have. */
final class Framed {
  private Framed() {}

  /** Each part behind its length, so that no two lists of parts give the same bytes. */
  static byte[] of(String... parts) {
    byte[][] encoded = new byte[parts.length][];
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      encoded[i] = utf8(parts[i]);
      size += Integer.BYTES + encoded[i].length;
    }
    ByteBuffer framed = ByteBuffer.allocate(size);
    for (byte[] part : encoded) {
      framed.putInt(part.length).put(part);
    }
    return framed.array();
  }

  /** Strict, because a lone surrogate that quietly becomes a question mark equals others. */
  static byte[] utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException _) {
      throw new IllegalArgumentException("must be well-formed Unicode, without lone surrogates");
    }
  }
}
