package dev.annals.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.query.account.AccountChanges;
import dev.annals.query.diff.SessionChanges;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.view.Change;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Value;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ChangesIT {
  private static final int EVENTS = 20_000;
  private static final List<Recorded> HISTORY = new RandomHistory(3, 50).events(EVENTS);
  private static final Built BUILT = new Built(HISTORY);

  @AfterAll
  static void close() {
    BUILT.close();
  }

  @Test
  void what_an_event_changed_is_the_difference_between_before_and_after_it() {
    var positions = new Random(3).longs(1_000, 1, EVENTS).distinct().boxed().toList();
    Map<Long, List<Change>> changes =
        BUILT.ask(connection -> new AccountChanges(connection, BUILT.accounts()).at(positions));

    for (long position : positions) {
      var subject = HISTORY.get((int) position - 1).circumstances().subject();
      var expected = subject.map(account -> between(account, position)).orElse(List.of());
      assertThat(changes.getOrDefault(position, List.of()))
          .describedAs("%s", HISTORY.get((int) position - 1).event())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void a_lock_changes_the_account_and_ends_its_sessions() {
    var lock =
        HISTORY.stream()
            .filter(r -> r.event() instanceof AccountLocked e && live(e, r.position()) > 1)
            .findFirst()
            .orElseThrow();
    var account = ((AccountLocked) lock.event()).account();
    long live = live((AccountLocked) lock.event(), lock.position());

    var changes = List.of(lock.position());
    Map<Long, List<Change>> told =
        BUILT.ask(connection -> new AccountChanges(connection, BUILT.accounts()).at(changes));
    assertThat(told)
        .containsExactly(
            Map.entry(
                lock.position(),
                List.of(
                    new Change(
                        "account",
                        account.toString(),
                        "locked",
                        Value.of(false),
                        Value.of(true)))));
    Map<Long, List<Change>> ended =
        BUILT.ask(connection -> new SessionChanges(connection, BUILT.sessions()).at(changes));
    assertThat(ended.getOrDefault(lock.position(), List.of()))
        .containsExactly(
            new Change(
                "account",
                account.toString(),
                "sessions_ended",
                new Value.Nothing(),
                Value.of(live)));
  }

  @Test
  void sessions_that_began_and_ended_between_two_moments_are_told() {
    var ended = HISTORY.stream().filter(r -> r.event() instanceof SessionEnded).toList().get(50);
    var event = (SessionEnded) ended.event();
    long started =
        HISTORY.stream()
            .filter(
                r -> r.event() instanceof SessionStarted s && s.session().equals(event.session()))
            .findFirst()
            .orElseThrow()
            .position();
    var id = event.session().toString();
    var live = Value.of("live");
    var over = Value.of(event.reason().name().toLowerCase(Locale.ROOT));

    assertThat(sessions(event.account(), started - 1, ended.position()))
        .contains(new Change("session", id, "state", new Value.Nothing(), over));
    assertThat(sessions(event.account(), started - 1, ended.position() - 1))
        .contains(new Change("session", id, "state", new Value.Nothing(), live));
    assertThat(sessions(event.account(), started, ended.position()))
        .contains(new Change("session", id, "state", live, over));
    assertThat(sessions(event.account(), started, ended.position() - 1))
        .noneMatch(change -> change.id().equals(id));
  }

  /** How many sessions the lock found live. */
  private static long live(AccountLocked lock, long position) {
    return SessionReplay.replay(HISTORY, position - 1).values().stream()
        .filter(life -> life.started.account().equals(lock.account()))
        .filter(life -> life.isLive(lock.at()))
        .count();
  }

  private static List<Change> sessions(AccountId account, long from, long to) {
    return BUILT.ask(connection ->
        new SessionChanges(connection, BUILT.sessions()).between(account, from, to, 1_000));
  }

  private static List<Change> between(UUID account, long position) {
    return BUILT.ask(connection ->
        new AccountChanges(connection, BUILT.accounts())
            .between(new AccountId(account), position - 1, position));
  }
}
