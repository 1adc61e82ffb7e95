package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Parts in a row, in the one way that no other parts have. */
final class Framed {
  private Framed() {}

  /** Each part behind its length, so that no two lists of parts give the same bytes. */
  static byte[] of(String... parts) {
    return of(Stream.of(parts).map(Framed::utf8).toList());
  }

  static byte[] of(List<byte[]> parts) {
    int size = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
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
