package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Attempt;
import dev.annals.standalone.fault.client.Moments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The log read from its beginning, event by event, and whatever in it must not be. */
final class History {
  private final Map<String, List<Entry>> byAttempt = new HashMap<>();
  private final Map<Long, Attempt> attemptEndingAt = new HashMap<>();
  private final Set<String> operations = new HashSet<>();
  private final Set<String> unique = new HashSet<>();
  private final Map<String, SessionLine> sessions = new HashMap<>();
  private final Map<String, Access> tokens = new HashMap<>();
  private final Map<String, Boolean> keys = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private List<Entry> open = List.of();
  private long head;
  private long digest;

  /** Goes on reading; ends at the end of a command, for the log shows nothing less. */
  void read(List<Entry> events) {
    events.forEach(this::read);
    close();
  }

  private void read(Entry event) {
    require(event.position() == head + 1, "after position " + head + " comes " + event);
    head = event.position();
    digest = 31 * digest + event.id().hashCode();
    require(unique.add("event " + event.id()), "twice the same event: " + event);
    gather(event);
    fold(event);
  }

  /** Consecutive events of one sending are one command. */
  private void gather(Entry event) {
    if (open.isEmpty() || !open.getFirst().attempt().equals(event.attempt())) {
      close();
    }
    open.add(event);
  }

  private void close() {
    if (!open.isEmpty()) {
      open.getFirst().attempt().ifPresent(attempt -> command(attempt, open));
    }
    open = new ArrayList<>();
  }

  private void command(Attempt attempt, List<Entry> events) {
    var names = events.stream().map(Entry::name).collect(Collectors.joining(" "));
    require(
        attempt.wish().isWhole(names, attempt.once()),
        "not all or nothing: " + attempt.correlation() + " recorded " + names);
    require(
        events.stream()
                .map(event -> event.text("session"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .count()
            <= 1,
        "events of two sessions in one command: " + events);
    require(
        attempt.wish().isRefusal(names) || operations.add(attempt.operation()),
        "recorded twice: " + attempt.correlation());
    byAttempt.put(attempt.correlation(), events);
    attemptEndingAt.put(events.getLast().position(), attempt);
  }

  private void fold(Entry event) {
    switch (event.name()) {
      case "installation.founded", "installation.administrator_appointed" ->
          once(event.name(), event);
      case "account.registered" -> once("login " + event.text("login_index"), event);
      case "session.started" -> started(event);
      case "session.tokens_issued" -> issued(event);
      case "session.refresh_token_reused" -> reused(event);
      case "session.ended" -> live(event).ifPresent(SessionLine::end);
      case "password.changed" -> passwordChanged(event);
      case "api_key.issued" -> issuedKey(event);
      case "api_key.revoked" -> revokedKey(event);
      case "request.answered" -> once("request " + event.text("key"), event);
      default -> {}
    }
  }

  private void started(Entry event) {
    once("session " + event.text("session"), event);
    sessions.put(event.text("session"), new SessionLine(event.text("account")));
  }

  private void issued(Entry event) {
    var access = Access.of(event);
    require(tokens.put(access.jti(), access) == null, "the same jti again: " + event);
    live(event)
        .ifPresent(session -> {
          int next = event.payload().path("refresh").path("generation").asInt();
          require(
              next == session.generation() + 1,
              "generation after " + session.generation() + ": " + next + " in " + event);
          session.issued(event);
        });
  }

  private void reused(Entry event) {
    live(event)
        .ifPresent(session ->
            require(
                event.payload().path("generation").asInt() < session.generation(),
                "called reused but was not spent: " + event));
  }

  private void passwordChanged(Entry event) {
    live(event).ifPresent(SessionLine::changedPassword);
    sessions.forEach((id, session) -> {
      if (session.account().equals(event.text("account")) && !id.equals(event.text("session"))) {
        session.end();
      }
    });
  }

  private void issuedKey(Entry event) {
    once("key " + event.text("key"), event);
    keys.put(event.text("hash"), true);
    keys.put(event.text("key"), true);
  }

  private void revokedKey(Entry event) {
    require(Boolean.TRUE.equals(keys.put(event.text("key"), false)), "revoked twice: " + event);
  }

  /** The session that the event is of, which must be going on. */
  private Optional<SessionLine> live(Entry event) {
    var session = Optional.ofNullable(sessions.get(event.text("session")));
    require(
        session.filter(SessionLine::isLive).isPresent(), "its session does not go on: " + event);
    return session;
  }

  private void once(String what, Entry event) {
    require(unique.add(what), "a second time: " + what + " in " + event);
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }

  /** What this very sending recorded. */
  Optional<List<Entry>> recordedBy(Attempt attempt) {
    return Optional.ofNullable(byAttempt.get(attempt.correlation()));
  }

  Optional<List<Entry>> endingAt(long position) {
    return Optional.ofNullable(attemptEndingAt.get(position)).flatMap(this::recordedBy);
  }

  Optional<SessionLine> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Whether it is not yet or no longer its time, whatever became of its session. */
  boolean isOutOfTime(String jti, Moments when) {
    var access = tokens.get(jti);
    return access != null && access.judge(when) == Verdict.BAD;
  }

  boolean acceptsKey(String id) {
    return keys.getOrDefault(id, false);
  }

  long head() {
    return head;
  }

  /** Equal for equal logs. */
  long digest() {
    return digest;
  }

  List<String> violations() {
    return List.copyOf(violations);
  }
}
