package dev.annals.benchmarks.jmh;

import dev.annals.benchmarks.Visitor;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Command;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.session.RefreshToken;
import dev.annals.command.session.SignIn;
import dev.annals.crypto.Randomness;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A visitor whose commands are decided and folded without a log, in an invented time. */
public final class Rehearsal {
  private final Visitor visitor = new Visitor(Randomness.secure(Clock.systemUTC()));
  private final Duration apart;
  private final List<Event> events = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T12:00:00.123456Z");
  private Account account = new Account.Unknown();
  private Session session = Sessions.STREAM.initial().apply(visitor.session());

  /**
   * Registers, signs in and refreshes.
   *
   * @param apart from one refresh to the next; tokens live for ten minutes
   */
  public Rehearsal(int refreshes, Duration apart) {
    this.apart = apart;
    var register = visitor.register(now);
    var claim = LoginClaims.STREAM.initial().apply(register.target());
    account = folded(Accounts.STREAM, account, register.decide(claim).events());
    happened(visitor.signIn(now), account);
    for (int i = 0; i < refreshes; i++) {
      happened(refresh(), session);
    }
  }

  private <S> void happened(Command<?, S> command, S state) {
    var decided = command.decide(state).events();
    events.addAll(decided);
    session = folded(Sessions.STREAM, session, decided);
  }

  static <S> S folded(EventStream<?, S> stream, S from, List<? extends Event> events) {
    var state = from;
    for (var event : events) {
      state = stream.evolve().apply(state, event);
    }
    return state;
  }

  SignIn signIn() {
    return visitor.signIn(now);
  }

  /** The next one, some time later. */
  RefreshToken refresh() {
    now = now.plus(apart);
    return visitor.refresh(now);
  }

  public Ref ref() {
    return visitor.session();
  }

  Account account() {
    return account;
  }

  Session session() {
    return session;
  }

  /** Of the session, from its beginning. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
