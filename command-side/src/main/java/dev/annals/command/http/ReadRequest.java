package dev.annals.command.http;

import dev.annals.command.desk.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A request whose body has been read, so that it can be looked at more than once. */
final class ReadRequest extends HttpServletRequestWrapper {
  private volatile byte[] body;

  private ReadRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /** Reads the body, unless it is longer than we care to read. */
  static ReadRequest of(HttpServletRequest request, int longest) throws IOException {
    if (request.getContentLengthLong() > longest) {
      throw tooLarge(longest);
    }
    byte[] body = request.getInputStream().readNBytes(longest + 1);
    if (body.length > longest) {
      throw tooLarge(longest);
    }
    return new ReadRequest(request, body);
  }

  private static Problem tooLarge(int longest) {
    return Problem.of(
        413, "request-too-large", "A request has at most " + longest + " bytes here.");
  }

  void forget() {
    body = new byte[0];
  }

  byte[] body() {
    return body.clone();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Replayed(new ByteArrayInputStream(body));
  }

  /** The body once more. */
  private static final class Replayed extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Replayed(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      try {
        listener.onDataAvailable();
        listener.onAllDataRead();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
