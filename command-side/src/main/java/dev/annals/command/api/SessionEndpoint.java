package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.RevokeAllSessions;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.EvenRestricted;
import dev.annals.command.session.RevokeSession;
import dev.annals.command.session.SignOut;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionId;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows and ends sessions. */
@RestController
final class SessionEndpoint {
  private final Desk desk;
  private final SessionLookup sessions;
  private final InstantSource clock;

  SessionEndpoint(Desk desk, SessionLookup sessions, InstantSource clock) {
    this.desk = desk;
    this.sessions = sessions;
    this.clock = clock;
  }

  @PostMapping("/v1/sign-out")
  ResponseEntity<Object> signOut(@EvenRestricted Person person, Exchange exchange) {
    var command = new SignOut(new Ref(person.session(), person.account()), clock.instant());
    return desk.serve(exchange.by(person), command, _ -> Reply.noContent()).entity();
  }

  record Revoke(SessionId sessionId) {}

  @PostMapping("/v1/revoke-session")
  ResponseEntity<Object> revoke(@RequestBody Revoke body, Caller caller, Exchange exchange) {
    var ref =
        sessions
            .find(body.sessionId())
            .filter(found -> found.account().equals(caller.account()) || caller.is(Role.ADMIN))
            .orElseThrow(() -> Problem.of(Refusal.SESSION_UNKNOWN));
    var about = exchange.by(caller).about(ref.account());
    return desk.serve(about, new RevokeSession(ref, clock.instant()), _ -> Reply.noContent())
        .entity();
  }

  /** Without an account it is the caller's own. */
  record RevokeAll(Optional<AccountId> accountId) {}

  @PostMapping("/v1/revoke-all-sessions")
  ResponseEntity<Object> revokeAll(@RequestBody RevokeAll body, Caller caller, Exchange exchange) {
    var account = body.accountId().orElse(caller.account());
    if (!account.equals(caller.account())) {
      caller.must(Role.ADMIN);
    }
    var command = new RevokeAllSessions(account, clock.instant());
    return desk.serve(exchange.by(caller).about(account), command, _ -> Reply.noContent()).entity();
  }
}
