package dev.annals.standalone.fault.check;

import static java.util.function.Predicate.not;

import dev.annals.crypto.SecretHash;
import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Heard.Answer;
import dev.annals.standalone.fault.client.Tokens;
import dev.annals.standalone.fault.client.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what clients were told against what the log says. */
final class Audit {
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 409, 503);

  private final History history;
  private final List<String> violations = new ArrayList<>();

  Audit(History history) {
    this.history = history;
  }

  void check(List<Told> all) {
    all.forEach(this::check);
  }

  private void check(Told told) {
    switch (told.heard()) {
      case Answer answer -> answered(told, answer);
      case Heard.TimedOut _ -> violation("no answer at all", told);
      case Heard.Lost _ -> {}
      case Heard.NotSent _ -> require(recorded(told).isEmpty(), "never sent, yet recorded", told);
    }
  }

  private void answered(Told told, Answer answer) {
    int success = told.attempt().wish().success();
    require(answer.status() == success || REFUSALS.contains(answer.status()), "odd answer", told);
    if (answer.position().isPresent()) {
      positioned(told, answer, answer.position().getAsLong());
    } else if (answer.status() == success) {
      require(recorded(told).isEmpty(), "recorded, and no position", told);
      require(told.attempt().wish().mayNeedNothing(), "a success without a position", told);
    } else if (answer.isUnavailable() && !answer.leavesOpen()) {
      require(recorded(told).isEmpty(), "said that nothing was recorded, and it was", told);
    }
    if (answer.isUnavailable()) {
      require(answer.retryAfter().isPresent(), "503 without Retry-After", told);
      require(answer.text("type").startsWith("/problems/"), "503 that is no problem", told);
    } else if (answer.status() == 401) {
      unauthenticated(told);
    } else if (answer.status() == success && !answer.replayed()) {
      require(!outOfTime(told), "accepted, though the token was out of time", told);
    }
  }

  /** The heart of it all: what was acknowledged is there, at its place, and says the same. */
  private void positioned(Told told, Answer answer, long position) {
    var events = history.endingAt(position);
    if (events.isEmpty()) {
      violation("ACKNOWLEDGED AND LOST", told);
      return;
    }
    var recorded = events.get().getFirst().attempt().orElseThrow();
    require(
        recorded.operation().equals(told.attempt().operation())
            && recorded.equals(told.attempt()) != answer.replayed(),
        "somebody else's position",
        told);
    if (answer.status() == told.attempt().wish().success()) {
      require(says(events.get(), told, answer), "the log says otherwise: " + events.get(), told);
    }
  }

  private static boolean says(List<Entry> events, Told told, Answer answer) {
    if (events.stream().allMatch(Audit::isMemory)) {
      return told.attempt().wish().mayNeedNothing();
    }
    var entry = entry(events);
    return switch (told.attempt().wish()) {
      case REGISTER -> entry.text("account").equals(answer.text("account_id"));
      case SIGN_IN -> issued(entry, answer) && ofAccount(entry, told);
      case REFRESH ->
          issued(entry, answer)
              && ofSession(entry, told)
              && Tokens.of(answer).generation() == told.about().generation() + 1;
      case REUSE -> false;
      case CHANGE_PASSWORD, SIGN_OUT -> ofSession(entry, told);
      case ISSUE_KEY ->
          entry.text("key").equals(answer.text("api_key_id"))
              && entry.text("account").equals(told.about().account())
              && entry.text("hash").equals(SecretHash.of(answer.text("api_key")).value());
      case REVOKE_KEY -> true;
    };
  }

  /** The last one that is not the memory of the answer. */
  private static Entry entry(List<Entry> events) {
    return events.stream().filter(not(Audit::isMemory)).reduce((_, last) -> last).orElseThrow();
  }

  /** Where what was asked for was so already, that is all there is to record. */
  private static boolean isMemory(Entry event) {
    return event.name().equals("request.answered");
  }

  private static boolean ofSession(Entry entry, Told told) {
    return entry.text("session").equals(told.about().session())
        && entry.text("account").equals(told.about().account());
  }

  /** Whoever signs in for the first time does not know the account's id. */
  private static boolean ofAccount(Entry entry, Told told) {
    return told.about().account().isEmpty() || entry.text("account").equals(told.about().account());
  }

  private static boolean issued(Entry entry, Answer answer) {
    var tokens = Tokens.of(answer);
    var refresh = entry.payload().path("refresh");
    return entry.text("session").equals(tokens.session())
        && entry.text("account").equals(tokens.account())
        && entry.payload().path("access").path("jti").asString().equals(tokens.jti())
        && refresh.path("generation").asInt() == tokens.generation()
        && refresh.path("hash").asString().equals(SecretHash.of(tokens.refresh()).value());
  }

  /** A token is only ever refused if the log says that it is over. */
  private void unauthenticated(Told told) {
    var session = history.session(told.about().session());
    if (session.isPresent() && recorded(told).isEmpty()) {
      var line = session.get();
      boolean good =
          switch (told.attempt().wish()) {
            case REFRESH, REUSE -> line.isLive();
            default -> line.judge(told.about().jti(), told.when()) == Verdict.GOOD;
          };
      require(!good, "refused, though the log says it is good", told);
    }
  }

  /** Only these are asked with an access token. */
  private boolean outOfTime(Told told) {
    return switch (told.attempt().wish()) {
      case CHANGE_PASSWORD, SIGN_OUT, ISSUE_KEY, REVOKE_KEY ->
          history.isOutOfTime(told.about().jti(), told.when());
      case REGISTER, SIGN_IN, REFRESH, REUSE -> false;
    };
  }

  private Optional<List<Entry>> recorded(Told told) {
    return history.recordedBy(told.attempt());
  }

  private void require(boolean holds, String otherwise, Told told) {
    if (!holds) {
      violation(otherwise, told);
    }
  }

  private void violation(String what, Told told) {
    violations.add("%s: %s heard %s".formatted(what, told.attempt().correlation(), told.heard()));
  }

  List<String> violations() {
    return List.copyOf(violations);
  }
}
