package dev.annals.query.forensics;

import dev.annals.credential.WaitPolicy;
import dev.annals.query.asof.AsOf;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.whatif.SignInHistory;
import dev.annals.query.whatif.WhatIfAnswer;
import dev.annals.query.whatif.WhatIfQuestion;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How sign-ins would have gone under another policy. */
@RestController
final class WhatIfEndpoint {
  private static final Set<String> FIELDS = Set.of("policy", "from", "to", "after", "limit");
  private static final Set<String> POLICY = Set.of("lockout_after", "first_wait", "longest_wait");
  private static final Set<String> AUDIT = Set.of("audit");
  private static final int USUAL = 100;
  private static final int MOST_WRONG = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String WAIT =
      "must be seconds or an ISO 8601 duration such as PT30S, from 0 to 366 days";

  /** A replay of the whole log must not keep those waiting who only ask about a token. */
  private static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final SignInHistory history;
  private final AsOfs asOfs;
  private final Recording recording;

  WhatIfEndpoint(SignInHistory history, AsOfs asOfs, Recording recording) {
    this.history = history;
    this.asOfs = asOfs;
    this.recording = recording;
  }

  @PostMapping(path = "/v1/forensics/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Asks(views = "audit")
  WhatIfAnswer whatIf(HttpServletRequest request, Enquiry enquiry) throws IOException {
    var body = Body.of(request, FIELDS);
    var question = question(body);
    if (!turns.tryAcquire()) {
      throw Problem.of(503, "overloaded", "As many replays run as there may at once.")
          .with("Retry-After", "10");
    }
    try {
      recording.note(
          enquiry, Asked.all("forensics.what_if", recorded(body, question), question.upTo()));
      return history.answer(question);
    } finally {
      turns.release();
    }
  }

  private WhatIfQuestion question(Body body) {
    var policy = policy(body.within("policy", POLICY));
    long from = body.moment("from").map(this::first).orElse(1L);
    var to = body.moment("to").orElseGet(AsOf.Now::new);
    long upTo = asOfs.find("to", to, AUDIT).position();
    if (from > upTo + 1) {
      throw Problem.field("to", "lies before from");
    }
    return new WhatIfQuestion(
        policy,
        from,
        upTo,
        within(body, "after", 0, 0, Long.MAX_VALUE),
        (int) within(body, "limit", USUAL, 1, WhatIfQuestion.MOST));
  }

  /** Both ends are part of it. */
  private long first(AsOf from) {
    return switch (from) {
      case AsOf.Position(long position) -> Math.max(1, position);
      case AsOf.Moment(var at) ->
          asOfs.find("from", new AsOf.Moment(at.minus(1, ChronoUnit.MICROS)), AUDIT).position() + 1;
      case AsOf.Now _ -> throw new IllegalStateException("a beginning is always told");
    };
  }

  static WaitPolicy policy(Body body) {
    int wrongOnes = (int) within(body, "lockout_after", 0, 1, MOST_WRONG);
    var first = wait(body, "first_wait");
    var longest = wait(body, "longest_wait");
    if (longest.compareTo(first) < 0) {
      throw Problem.field(body.name("longest_wait"), "must not be less than first_wait");
    }
    return new WaitPolicy(wrongOnes, first, longest);
  }

  private static long within(Body body, String name, long usual, long least, long most) {
    long value = body.number(name).orElse(usual);
    if (value < least || value > most) {
      throw Problem.field(body.name(name), "must be " + least + " to " + most);
    }
    return value;
  }

  private static Duration wait(Body body, String name) {
    return body.field(name)
        .flatMap(value ->
            value.isIntegralNumber() && value.canConvertToLong()
                ? Optional.of(Duration.ofSeconds(value.longValue()))
                : duration(value.isString() ? value.stringValue() : ""))
        .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0)
        .orElseThrow(() -> Problem.field(body.name(name), WAIT));
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String recorded(Body body, WhatIfQuestion question) {
    var filters = new TreeMap<String, String>();
    filters.put("lockout_after", Integer.toString(question.policy().wrongOnes()));
    filters.put("first_wait", question.policy().first().toString());
    filters.put("longest_wait", question.policy().longest().toString());
    body.field("from").ifPresent(from -> filters.put("from", from.asString()));
    body.field("to").ifPresent(to -> filters.put("to", to.asString()));
    return new Parameters(filters).recorded(Map.of());
  }
}
