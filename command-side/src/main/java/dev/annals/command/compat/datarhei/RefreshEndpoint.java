package dev.annals.command.compat.datarhei;

import dev.annals.check.ForeignCheck.Good;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.session.ForeignTerms;
import dev.annals.command.session.IssueForeignTokens;
import dev.annals.session.TokenUse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives another access token for a refresh token, which stays good until it is over. */
@RestController
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class RefreshEndpoint {
  private final DatarheiSettings settings;
  private final Guard guard;
  private final CoreTokens tokens;
  private final Subjects subjects;
  private final Desk desk;
  private final InstantSource clock;

  RefreshEndpoint(
      DatarheiSettings settings,
      Guard guard,
      CoreTokens tokens,
      Subjects subjects,
      Desk desk,
      InstantSource clock) {
    this.settings = settings;
    this.guard = guard;
    this.tokens = tokens;
    this.subjects = subjects;
    this.desk = desk;
    this.clock = clock;
  }

  /** The answer: no new refresh token. */
  record Another(String access_token) {
    @Override
    public String toString() {
      return "Another[…]";
    }
  }

  @GetMapping("/~datarhei/api/login/refresh")
  ResponseEntity<Object> refresh(Exchange exchange, HttpServletRequest request) {
    if (!settings.auth()) {
      throw CoreProblems.notFound();
    }
    if (guard.skips(request)) {
      throw CoreProblems.invalidToken();
    }
    var shown = guard.token(request, TokenUse.REFRESH).orElseThrow(CoreProblems::noToken);
    var known = exchange.by(Caller.of(shown.person()));
    return JsonLines.of(desk.serve(known, () -> ask(known, shown)));
  }

  private Ask ask(Exchange exchange, Good shown) {
    var account = shown.ref().account();
    var at = clock.instant();
    var access = tokens.access(account, subjects.of(shown), at);
    var terms = new ForeignTerms(List.of(access.grant()), shown.live().expiresAt(), at);
    var command = new IssueForeignTokens(shown.ref(), shown.grant().jti(), terms);
    return new Ask(
        command, Desk.problems(exchange, _ -> Reply.ok(new Another(access.token())).uncached()));
  }
}
