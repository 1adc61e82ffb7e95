package dev.annals.query.feed;

import dev.annals.store.Append;
import dev.annals.store.EventLog;
import dev.annals.store.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random events of some accounts, and of none, with tags and texts that are easy to get wrong. */
final class History {
  private static final List<String> TEXTS =
      List.of("plain", "a,b", "a\\\"b\"", "[x]", "{'y'}", "ü€😀", "%2C", "a b", ";", "\u00a0");
  private final Random random;
  private final List<UUID> accounts = new ArrayList<>();

  History(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      accounts.add(id());
    }
  }

  /** Writes so many into a log. */
  void write(EventLog log, int count) {
    for (int left = count; left > 0; left -= 500) {
      var events = new ArrayList<NewEvent>();
      for (int i = 0; i < Math.min(left, 500); i++) {
        events.add(event());
      }
      var _ = log.append(Append.of(events.toArray(NewEvent[]::new))).join();
    }
  }

  NewEvent event() {
    var account = pick(accounts);
    var tags = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.add("t" + random.nextInt(50) + ":" + pick(TEXTS));
    }
    var at =
        Instant.parse("2026-01-01T00:00:00Z").plus(random.nextLong(1L << 45), ChronoUnit.MICROS);
    return new NewEvent(
        id(),
        at,
        "history." + pick(List.of("began", "went_on", "ended")),
        Integer.toString(1 + random.nextInt(3)),
        tags,
        metadata(account),
        payload(account));
  }

  private byte[] payload(UUID account) {
    var about = random.nextInt(5) > 0 ? "\"account\":\"" + account + "\"," : "";
    return bytes(
        "{%s\"text\":\"%s\",\"n\":%d}"
            .formatted(about, "x".repeat(random.nextInt(400)), random.nextInt()));
  }

  private byte[] metadata(UUID account) {
    var subject = random.nextBoolean() ? ",\"subject\":\"" + account + "\"" : "";
    return bytes("{\"actor\":\"system\",\"user_agent\":\"ü€😀\"" + subject + "}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
