package dev.annals.query.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.query.asof.Freshness;
import dev.annals.query.audit.AuditEntry;
import dev.annals.query.http.Admission;
import dev.annals.query.http.Asker;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Formats;
import dev.annals.query.http.Parameters;
import dev.annals.query.recording.Addresses;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.trail.AuditTrail.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: a page of it, or the whole of what is asked for, however much that is. */
@RestController
final class AuditEndpoint {
  private static final Logger LOG = LoggerFactory.getLogger(AuditEndpoint.class);
  private static final Set<String> AUDIT = Set.of("audit");

  private static final Duration RECHECK = Duration.ofSeconds(2);

  private final AuditTrail trail;
  private final TrailQuestion questions;
  private final Freshness freshness;
  private final Recording recording;
  private final JsonMapper json;

  AuditEndpoint(
      AuditTrail trail,
      Trail positions,
      Addresses addresses,
      Freshness freshness,
      Recording recording,
      JsonMapper json) {
    this.trail = trail;
    this.questions = new TrailQuestion(positions, addresses);
    this.freshness = freshness;
    this.recording = recording;
    this.json = json;
  }

  @GetMapping("/v1/audit/events")
  @Asks(
      who = Who.ANYONE,
      parameters = {
        "account", "session", "actor", "name", "outcome", "family", "address", "from", "to",
        "after", "limit", "order"
      },
      views = "audit")
  @Nullable Page events(
      Parameters asked,
      Enquiry enquiry,
      Admission admission,
      HttpServletRequest request,
      HttpServletResponse response) {
    var filter = questions.filter(asked);
    mustBeOwn(filter, enquiry.asker());
    var lines = lines(request);
    long head = freshness.reached(AUDIT);
    var stretch = questions.stretch(asked, head);
    int limit = asked.limit();
    var page = lines == null ? trail.page(filter, stretch, limit, enquiry.asker()) : null;
    recording.note(
        enquiry,
        new Asked(
            lines == null ? "audit.events" : "audit.export",
            filter.account(),
            filter.session(),
            questions.recorded(asked, filter),
            head));
    if (lines != null) {
      try {
        export(filter, stretch, admission, lines, response);
      } catch (IOException gone) {
        LOG.debug("request {}: nobody reads its answer any more", enquiry.requestId(), gone);
      }
    }
    return page;
  }

  /**
   * Who is no auditor may ask what happened to the own account; not from which address, which of
   * others is not shown either.
   */
  private static void mustBeOwn(Filter filter, Asker asker) {
    if (filter.account().filter(asker::is).isEmpty() || filter.addressIndex().isPresent()) {
      asker.mustAudit();
    }
  }

  private @Nullable Lines lines(HttpServletRequest request) {
    var chosen =
        Formats.choose(
            Collections.list(request.getHeaders("Accept")),
            List.of(MediaType.APPLICATION_JSON, Lines.Json.TYPE, Lines.Csv.TYPE));
    if (chosen.equals(MediaType.APPLICATION_JSON)) {
      return null;
    }
    return chosen.equals(Lines.Csv.TYPE) ? new Lines.Csv(json) : new Lines.Json(json);
  }

  /** Each page waits until the one before it is on its way; a caller who is gone is an end. */
  private void export(
      Filter filter,
      Stretch stretch,
      Admission admission,
      Lines lines,
      HttpServletResponse response)
      throws IOException {
    response.setHeader("Content-Type", lines.type().toString());
    var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
    out.write(lines.head());
    var _ =
        trail.each(
            filter,
            stretch,
            admission.asker(),
            new AuditTrail.Reader() {
              @Override
              public void read(AuditEntry entry) throws IOException {
                out.write(lines.line(entry));
              }

              @Override
              public boolean goesOn() throws IOException {
                out.flush();
                if (!admission.stillHolds(RECHECK)) {
                  throw new IOException("the token is no longer good");
                }
                return true;
              }
            });
  }
}
