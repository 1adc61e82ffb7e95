package dev.annals.query.trail;

import dev.annals.query.asof.Freshness;
import dev.annals.query.audit.AuditEntry;
import dev.annals.query.http.Admission;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Addresses;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.ViewUnavailable;
import dev.annals.store.LogUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail as it grows, by server-sent events: each entry once, in order, none left out. */
@RestController
final class AuditStreamEndpoint implements ApplicationListener<ContextClosedEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(AuditStreamEndpoint.class);
  private static final Set<String> AUDIT = Set.of("audit");
  private static final String LAST = "Last-Event-ID";
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final AuditTrail trail;
  private final TrailQuestion questions;
  private final Freshness freshness;
  private final Recording recording;
  private final JsonMapper json;
  private final StreamLimits limits;
  private final Places places;
  private volatile boolean closed;

  AuditStreamEndpoint(
      AuditTrail trail,
      Trail positions,
      Addresses addresses,
      Freshness freshness,
      Recording recording,
      JsonMapper json,
      StreamLimits limits) {
    this.trail = trail;
    this.questions = new TrailQuestion(positions, addresses);
    this.freshness = freshness;
    this.recording = recording;
    this.json = json;
    this.limits = limits;
    this.places = new Places(limits);
  }

  @GetMapping("/v1/audit/stream")
  @Asks(
      parameters = {"account", "session", "actor", "name", "outcome", "family", "address", "after"},
      views = "audit")
  void follow(
      Parameters asked,
      Enquiry enquiry,
      Admission admission,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("HEAD")) {
      throw Problem.of(405, "method-not-allowed", "A stream is followed by GET.")
          .with("Allow", "GET");
    }
    var filter = questions.filter(asked);
    long head = freshness.reached(AUDIT);
    long after = after(request).orElseGet(() -> asked.position("after").orElse(head));
    if (!places.take(enquiry.asker().account())) {
      throw Problem.of(503, "overloaded", "As many follow the audit trail as there are places.")
          .with("Retry-After", "10");
    }
    try {
      var filters = questions.recorded(asked, filter);
      recording.note(
          enquiry, new Asked("audit.stream", filter.account(), filter.session(), filters, head));
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("X-Accel-Buffering", "no");
      new Following(
              filter,
              after,
              enquiry,
              admission,
              new EventStreamText(response.getOutputStream(), json))
          .run();
    } finally {
      places.leave(enquiry.asker().account());
    }
  }

  private static Optional<Long> after(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(LAST))
        .filter(id -> !id.isEmpty())
        .flatMap(
            id -> new Parameters(Map.of(LAST, id)).position(LAST).stream().boxed().findFirst());
  }

  /** Nobody is kept waiting at the end by those who would follow for ever. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    closed = true;
  }

  /** One who follows. */
  private final class Following {
    private final Filter filter;
    private final Enquiry enquiry;
    private final Admission admission;
    private final EventStreamText out;
    private long read;
    private long beatAt = System.nanoTime();

    Following(
        Filter filter, long after, Enquiry enquiry, Admission admission, EventStreamText out) {
      this.filter = filter;
      this.read = after;
      this.enquiry = enquiry;
      this.admission = admission;
      this.out = out;
    }

    /** Ends when the caller is gone, the token is no longer good, or a database is away. */
    void run() {
      try {
        out.begin();
        while (!closed && isAdmitted()) {
          step();
        }
      } catch (ViewUnavailable | LogUnavailable | Problem e) {
        LOG.info("request {}: its stream ends: {}", enquiry.requestId(), e.getMessage());
      } catch (IOException gone) {
        LOG.debug("request {}: nobody follows any more", enquiry.requestId(), gone);
      }
    }

    private void step() throws IOException {
      if (freshness.await(AUDIT, read + 1, GLANCE)) {
        long head = freshness.reached(AUDIT);
        read = trail.each(filter, new Stretch(read + 1, head, false), enquiry.asker(), backlog());
      }
      if (isDue(beatAt, limits.heartbeat())) {
        out.beat(read);
        beatAt = System.nanoTime();
      }
    }

    private boolean isAdmitted() {
      return admission.stillHolds(limits.recheck());
    }

    /** However much there is to catch up with, it ends with the token. */
    private AuditTrail.Reader backlog() {
      return new AuditTrail.Reader() {
        @Override
        public void read(AuditEntry entry) throws IOException {
          out.read(entry);
        }

        @Override
        public boolean goesOn() throws IOException {
          return out.goesOn() && !closed && isAdmitted();
        }
      };
    }

    private static boolean isDue(long since, Duration every) {
      return System.nanoTime() - since >= every.toNanos();
    }
  }
}
