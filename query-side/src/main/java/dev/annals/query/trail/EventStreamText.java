package dev.annals.query.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.query.audit.AuditEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/** Entries as server-sent events (WHATWG HTML, section 9.2). */
final class EventStreamText implements AuditTrail.Reader {
  private final BufferedWriter out;
  private final JsonMapper json;

  EventStreamText(OutputStream out, JsonMapper json) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    this.json = json;
  }

  /** Whoever loses the connection comes back after two seconds. */
  void begin() throws IOException {
    out.write("retry: 2000\n\n");
    out.flush();
  }

  @Override
  public void read(AuditEntry entry) throws IOException {
    out.write("id: " + entry.position() + "\nevent: " + entry.name() + "\ndata: ");
    out.write(json.writeValueAsString(entry));
    out.write("\n\n");
  }

  @Override
  public boolean goesOn() throws IOException {
    out.flush();
    return true;
  }

  /** A comment, and from where to go on though nothing that was asked for has happened. */
  void beat(long position) throws IOException {
    out.write(": still here\nid: " + position + "\n\n");
    out.flush();
  }
}
