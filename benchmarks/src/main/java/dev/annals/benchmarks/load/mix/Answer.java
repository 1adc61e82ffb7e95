package dev.annals.benchmarks.load.mix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * As much of an HTTP/1.1 answer as a load must know (<a
 * href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>); nothing follows it on its connection
 * before the next question.
 */
public final class Answer {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] END_OF_CHUNKS = "0\r\n\r\n".getBytes(ISO_8859_1);

  private final byte[] bytes;
  private final int length;
  private final int body;
  private final String head;

  private Answer(byte[] bytes, int length, int body) {
    this.bytes = bytes;
    this.length = length;
    this.body = body;
    this.head = new String(bytes, 0, body, ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** Nothing while there is more to come. */
  public static Optional<Answer> in(byte[] bytes, int length) {
    int end = find(bytes, 0, length, END_OF_HEAD);
    if (end < 0) {
      return Optional.empty();
    }
    return Optional.of(new Answer(bytes, length, end + END_OF_HEAD.length)).filter(Answer::isWhole);
  }

  private boolean isWhole() {
    int stated = head.indexOf("\r\ncontent-length:");
    if (stated >= 0) {
      int end = head.indexOf('\r', stated + 2);
      return length - body >= Integer.parseInt(head.substring(stated + 17, end).strip());
    }
    int last = length - END_OF_CHUNKS.length;
    return !head.contains("\r\ntransfer-encoding: chunked")
        || (last >= body && Arrays.equals(bytes, last, length, END_OF_CHUNKS, 0, 5));
  }

  boolean isSuccess() {
    return head.startsWith("2", "http/1.1 ".length());
  }

  public boolean closes() {
    return head.contains("\r\nconnection: close");
  }

  boolean contains(byte[] mark) {
    return find(bytes, body, length, mark) >= 0;
  }

  /** A member of a JSON object whose text has nothing to unescape. */
  Optional<String> member(byte[] name) {
    int from = find(bytes, body, length, name) + name.length;
    int end = from;
    while (end < length && bytes[end] != '"') {
      end++;
    }
    return from < name.length
        ? Optional.empty()
        : Optional.of(new String(bytes, from, end - from, UTF_8));
  }

  /** What comes before the text of a member. */
  static byte[] before(String member) {
    return ("\"" + member + "\":\"").getBytes(UTF_8);
  }

  private static int find(byte[] bytes, int from, int to, byte[] sought) {
    for (int at = from; at <= to - sought.length; at++) {
      if (bytes[at] == sought[0]
          && Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
        return at;
      }
    }
    return -1;
  }

  /** For a report of what went wrong. */
  @Override
  public String toString() {
    var status = head.substring(0, head.indexOf('\r'));
    return status + " " + new String(bytes, body, Math.min(length - body, 300), UTF_8);
  }
}
