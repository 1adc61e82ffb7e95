package dev.annals.benchmarks;

import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Token refreshes of realistic size: some 300 bytes of JSON, two tags, correlation metadata. */
final class Refreshes {
  private Refreshes() {}

  static UUID id() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  static NewEvent event(String session, long number) {
    var id = id();
    var payload =
        """
        {"session_id":"%s","token_id":"%s","previous":"%s","client_id":"web-frontend",\
        "scope":["openid","profile","email"],"address":"203.0.113.%d",\
        "issued_at":1795283477.879544785,"expires_at":1795287077.879544785}\
        """
            .formatted(session, id(), id(), number & 255);
    var metadata = "{\"causation\":\"" + id + "\",\"correlation\":\"" + id + "\"}";
    return new NewEvent(
        id,
        Instant.now(),
        "session.refreshed",
        "1",
        List.of("session:" + session, "account:" + number % 100_000),
        metadata.getBytes(StandardCharsets.UTF_8),
        payload.getBytes(StandardCharsets.UTF_8));
  }

  /** On the condition that nothing happened to the session since {@code position}. */
  static Append append(String session, long number, long position) {
    var condition = Condition.nothing(Criteria.tag("session:" + session), position);
    return new Append(List.of(event(session, number)), condition);
  }
}
