package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Logs in, at once; whoever fails learns it late. */
@RestController
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class LoginEndpoint {
  private static final Set<Integer> FAILURES = Set.of(400, 401, 429);

  private final DatarheiSettings settings;
  private final LoginMethods methods;
  private final HeldAnswers held;

  LoginEndpoint(DatarheiSettings settings, LoginMethods methods, HeldAnswers held) {
    this.settings = settings;
    this.methods = methods;
    this.held = held;
  }

  @PostMapping("/~datarhei/api/login")
  DeferredResult<ResponseEntity<Object>> login(
      Exchange exchange, Content content, HttpServletRequest request) {
    if (!settings.auth()) {
      throw CoreProblems.notFound();
    }
    long since = System.nanoTime();
    var reply = methods.login(exchange, content, Guard.lines(request).toList());
    return FAILURES.contains(reply.status())
        ? late(reply, since)
        : HeldAnswers.atOnce(JsonLines.of(reply));
  }

  /** Counted from the question, so that the time says nothing of the work that was in it. */
  private DeferredResult<ResponseEntity<Object>> late(Reply reply, long since) {
    var passed = Duration.ofNanos(System.nanoTime() - since);
    var left = settings.failedLoginDelay().minus(passed);
    return held.hold(JsonLines.of(reply), left).orElseThrow(CoreProblems::overloaded);
  }
}
