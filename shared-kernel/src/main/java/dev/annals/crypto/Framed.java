package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parts in a row, in the one way that no other parts have. */
final class Framed {
  private Framed() {}

  /** Each part behind its length, so that no two lists of parts give the same bytes. */
  static byte[] of(String... parts) {
    var bytes = new ArrayList<byte[]>(parts.length);
    for (var part : parts) {
      bytes.add(utf8(part));
    }
    return of(bytes);
  }

  static byte[] of(List<byte[]> parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += Integer.BYTES + part.length;
    }
    ByteBuffer framed = ByteBuffer.allocate(size);
    for (byte[] part : parts) {
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
