package dev.annals.command.compat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Sends a request byte by byte as it was recorded, which no HTTP client would quite do. */
public final class Wire {
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(UTF_8);

  private Wire() {}

  /**
   * One answer.
   *
   * @param headers each as {@code Name: value}
   */
  public record Heard(int status, List<String> headers, String body) {
    /** All values of a header, in their order. */
    public List<String> header(String name) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }
  }

  /** Sends the head and body as they are and reads until the server has said all. */
  public static Heard send(URI server, String head, String body) {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      var out = socket.getOutputStream();
      out.write((head + "\r\n\r\n" + body).getBytes(UTF_8));
      out.flush();
      return heard(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Heard heard(byte[] bytes) {
    int end = indexOf(bytes, BLANK_LINE);
    var lines = new String(bytes, 0, end, ISO_8859_1).split("\r\n", -1);
    var headers = List.of(lines).subList(1, lines.length);
    var status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    int from = end + BLANK_LINE.length;
    byte[] body = Arrays.copyOfRange(bytes, from, bytes.length);
    boolean chunked =
        headers.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
    return new Heard(status, headers, new String(chunked ? joined(body) : body, UTF_8));
  }

  private static byte[] joined(byte[] chunks) {
    var whole = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (chunks[end] != '\r') {
        end++;
      }
      int size = Integer.parseInt(new String(chunks, at, end - at, ISO_8859_1), 16);
      if (size == 0) {
        return whole.toByteArray();
      }
      whole.write(chunks, end + 2, size);
      at = end + 2 + size + 2;
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not an HTTP answer");
  }
}
