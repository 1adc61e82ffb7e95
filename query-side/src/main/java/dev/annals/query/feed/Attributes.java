package dev.annals.query.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of a record that came from somewhere, read with distrust. */
final class Attributes {
  private final Headers headers;

  Attributes(Headers headers) {
    this.headers = headers;
  }

  /** The bytes of a header that must be there once. */
  byte[] bytes(String name) {
    var found = headers.headers(name).iterator();
    if (!found.hasNext()) {
      throw new ForeignRecord("header " + name + " is missing");
    }
    var bytes = present(name, found.next());
    if (found.hasNext()) {
      throw new ForeignRecord("header " + name + " occurs twice");
    }
    return bytes;
  }

  private static byte[] present(String name, Header header) {
    var value = header.value();
    if (value == null) {
      throw new ForeignRecord("header " + name + " is empty");
    }
    return value;
  }

  String text(String name) {
    return utf8("header " + name, bytes(name));
  }

  void require(String name, String expected) {
    if (!text(name).equals(expected)) {
      throw new ForeignRecord("header " + name + " is not what it must be");
    }
  }

  /** Text that must be well-formed. */
  static String utf8(String what, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new ForeignRecord(what + " is not UTF-8");
    }
  }
}
