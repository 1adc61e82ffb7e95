package dev.annals.query.session;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.event.Event;
import dev.annals.query.session.TokenTable.Issue;
import dev.annals.query.token.TokenOver;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.View;
import dev.annals.query.view.Words;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing;
import dev.annals.token.Standing.Live;
import dev.annals.token.Standing.LiveToken;
import dev.annals.token.Standing.Over;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lets the kernel's {@link Standing} say what each event means for a session, and writes down what
 * has changed.
 */
final class SessionFilling implements View.Filling {
  private static final SessionId NONE = new SessionId(new UUID(0, 0));

  private final LiveSessions live;
  private final SessionTable sessions = new SessionTable();
  private final TokenTable tokens = new TokenTable();
  private final Clock clock = new Clock();

  SessionFilling() {
    this(new LiveSessions());
  }

  SessionFilling(LiveSessions live) {
    this.live = live;
  }

  @Override
  public void apply(List<Recorded> events, Connection connection) throws SQLException {
    clock.load(connection);
    live.load(connection, wanted(events));
    events.forEach(this::apply);
    sessions.flush(connection);
    tokens.flush(connection);
    clock.flush(connection, events.getLast().position());
    live.trim();
  }

  /** Those whose tokens matter to what happens and that were not begun here. */
  private static Set<SessionId> wanted(List<Recorded> events) {
    var begun = new HashSet<SessionId>();
    var wanted = new HashSet<SessionId>();
    for (var recorded : events) {
      switch (recorded.event()) {
        case SessionStarted e -> begun.add(e.session());
        case TokensIssued e -> wanted.add(e.session());
        case ForeignTokensIssued e -> wanted.add(e.session());
        case PasswordChanged e -> wanted.add(e.session());
        default -> {}
      }
    }
    wanted.removeAll(begun);
    return wanted;
  }

  private void apply(Recorded recorded) {
    var reached = clock.at(recorded);
    switch (recorded.event()) {
      case OfSession e -> own(e, recorded, reached);
      case AccountEvent e -> whole(e.account(), NONE, recorded, reached);
      case PasswordChanged e -> whole(e.account(), e.session(), recorded, reached);
      case CredentialEvent e -> whole(e.account(), NONE, recorded, reached);
      default -> {}
    }
  }

  private void own(OfSession event, Recorded recorded, Instant reached) {
    switch (event) {
      case SessionStarted e -> {
        sessions.begin(e, recorded, reached);
        keep(Standing.evolve(new Standing.Unknown(), e));
      }
      case TokensIssued e -> issue(e.session(), own(e), Optional.of(e.refresh()), recorded);
      case ForeignTokensIssued e -> issue(e.session(), foreign(e), Optional.empty(), recorded);
      case AccessTokenRevoked e -> {
        tokens.end(e.jti(), recorded, TokenOver.REVOKED);
        move(e.session(), e);
      }
      case SessionEnded e -> {
        sessions.end(e.session(), Ending.by(recorded, reached, Words.of(e.reason())));
        move(e.session(), e);
      }
      case RefreshTokenReused _ -> {}
    }
  }

  private void issue(
      SessionId session,
      List<LiveToken> issued,
      Optional<RefreshGrant> refresh,
      Recorded recorded) {
    var before = live.at(session).map(Live::tokens).orElse(List.of());
    move(session, recorded.event());
    var after = live.at(session).map(Live::tokens).orElse(List.of());
    tokens.issue(new Issue(recorded, session, issued, refresh), after);
    if (before.size() + issued.size() > Standing.MOST_TOKENS) {
      crowdOut(before, after, recorded);
    }
  }

  /** What has expired needs no mark: its row says when. */
  private void crowdOut(List<LiveToken> before, List<LiveToken> after, Recorded recorded) {
    var alive = Set.copyOf(after);
    for (var token : before) {
      if (!alive.contains(token) && recorded.event().at().isBefore(token.expiresAt())) {
        tokens.end(token.jti(), recorded, TokenOver.CROWDED_OUT);
      }
    }
  }

  /** An event of the account, which may end its sessions, all or all others. */
  private void whole(AccountId account, SessionId spared, Recorded recorded, Instant reached) {
    var end = endOfOthers(account, recorded.event());
    if (end.isEmpty()) {
      return;
    }
    var ending = Ending.by(recorded, reached, Words.of(end.get()));
    sessions.endAll(account, spared, ending);
    for (var before : live.of(account)) {
      move(before.session(), recorded.event());
      live.at(before.session())
          .ifPresentOrElse(
              after -> goOn(before, after, recorded),
              () -> sessions.endBegun(before.session(), ending));
    }
  }

  private void goOn(Live before, Live after, Recorded recorded) {
    before.tokens().forEach(token -> tokens.end(token.jti(), recorded, TokenOver.PASSWORD_CHANGED));
    if (before.passwordChangeRequired() && !after.passwordChangeRequired()) {
      sessions.lift(before.session(), recorded);
    }
  }

  private void move(SessionId session, Event event) {
    live.at(session)
        .ifPresent(before -> {
          var after = Standing.evolve(before, event);
          if (after instanceof Over) {
            live.remove(before);
          } else {
            keep(after);
          }
        });
  }

  private void keep(Standing standing) {
    if (standing instanceof Live known) {
      live.put(known);
    }
  }

  /** The kernel is asked about a session that is nobody's in particular. */
  private static Optional<Standing.End> endOfOthers(AccountId account, Event event) {
    var other =
        new Live(
            NONE,
            account,
            Family.ANNALS,
            Instant.EPOCH,
            Instant.MAX,
            false,
            List.of(),
            Optional.empty());
    return Standing.evolve(other, event) instanceof Over over
        ? Optional.of(over.end())
        : Optional.empty();
  }

  private static List<LiveToken> own(TokensIssued e) {
    return List.of(new LiveToken(e.access().jti(), TokenUse.ACCESS, e.access().expiresAt()));
  }

  private static List<LiveToken> foreign(ForeignTokensIssued e) {
    return e.tokens().stream()
        .map(grant -> new LiveToken(grant.jti(), grant.use(), grant.expiresAt()))
        .toList();
  }
}
