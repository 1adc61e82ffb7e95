package dev.annals.query.trail;

import dev.annals.query.audit.AuditEntry;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** How a whole answer is written, line by line. */
interface Lines {
  MediaType type();

  /** What comes before the first line. */
  String head();

  String line(AuditEntry entry);

  /** An entry a line, as JSON (the format known as NDJSON). */
  record Json(JsonMapper json) implements Lines {
    static final MediaType TYPE = MediaType.parseMediaType("application/x-ndjson");

    @Override
    public MediaType type() {
      return TYPE;
    }

    @Override
    public String head() {
      return "";
    }

    @Override
    public String line(AuditEntry entry) {
      return json.writeValueAsString(entry) + "\n";
    }
  }

  /** A table (RFC 4180), with a line of names first. */
  record Csv(JsonMapper json) implements Lines {
    static final MediaType TYPE = MediaType.parseMediaType("text/csv");
    private static final List<String> COLUMNS =
        List.of(
            "position",
            "at",
            "name",
            "what",
            "outcome",
            "reason",
            "actor",
            "subject",
            "target",
            "session",
            "family",
            "address",
            "user_agent",
            "request_id",
            "correlation_id",
            "changes");

    @Override
    public MediaType type() {
      return MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    }

    @Override
    public String head() {
      return CsvText.line(COLUMNS);
    }

    @Override
    public String line(AuditEntry entry) {
      return CsvText.line(
          Arrays.asList(
              entry.position(),
              entry.at(),
              entry.name(),
              entry.what(),
              entry.outcome(),
              entry.reason(),
              entry.actor(),
              entry.subject(),
              entry.target(),
              entry.session(),
              entry.family(),
              entry.address(),
              entry.userAgent(),
              entry.requestId(),
              entry.correlationId(),
              entry.changes() == null ? null : json.writeValueAsString(entry.changes())));
    }
  }
}
