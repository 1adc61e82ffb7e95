package dev.annals.history;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.event.Event;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.token.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How sessions are put together: from their own events and those of the account behind them. */
public final class Sessions {
  private static final Set<Class<? extends Event>> OF_THE_ACCOUNT = ofTheAccount();

  /**
   * Enough for as many refreshes as there are tokens alive at most, with half as many events of
   * other kinds between them. Whoever refreshes less often is read whole.
   */
  static final int LATEST = Standing.MOST_TOKENS + Standing.MOST_TOKENS / 2;

  public static final EventStream<Ref, Session> STREAM =
      new EventStream<>(
          "session",
          _ -> Session.NOTHING,
          Session::evolve,
          ref -> List.of(own(ref), account(ref)),
          Optional.of(new Excerpt<>(Sessions::own, LATEST, LatestOfSession::suffice)));

  private Sessions() {}

  /** Which session, of whom. */
  public record Ref(SessionId session, AccountId account) {}

  /** The sessions that an account ever began. */
  public static Facts heldBy(AccountId account) {
    return Facts.tagged("holder:" + account);
  }

  /** The events of one session alone. */
  public static Facts of(SessionId session) {
    return Facts.tagged("session:" + session);
  }

  /** How one session began. */
  public static Facts beginning(SessionId session) {
    return new Facts(of(session).tag(), Set.of(SessionStarted.class));
  }

  private static Facts own(Ref ref) {
    return of(ref.session());
  }

  private static Facts account(Ref ref) {
    return new Facts(Holders.facts(ref.account()).tag(), OF_THE_ACCOUNT);
  }

  private static Set<Class<? extends Event>> ofTheAccount() {
    var kinds = new HashSet<>(Standing.OF_THE_ACCOUNT);
    kinds.add(RoleGranted.class);
    kinds.add(RoleRevoked.class);
    return Set.copyOf(kinds);
  }
}
