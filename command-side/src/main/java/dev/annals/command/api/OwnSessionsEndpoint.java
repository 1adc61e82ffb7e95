package dev.annals.command.api;

import dev.annals.command.desk.Caller.Person;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their sessions, where no query side runs in the same process. */
@RestController
@ConditionalOnMissingClass("dev.annals.query.AnnalsQuerySide")
final class OwnSessionsEndpoint {
  private final SessionLookup sessions;

  OwnSessionsEndpoint(SessionLookup sessions) {
    this.sessions = sessions;
  }

  record Own(List<SessionLookup.View> sessions) {}

  @GetMapping("/v1/sessions")
  Own own(Person person) {
    return new Own(sessions.live(person));
  }
}
