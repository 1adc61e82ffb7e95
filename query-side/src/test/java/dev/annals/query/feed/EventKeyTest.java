package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCodec;
import dev.annals.event.Event;
import dev.annals.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EventKeyTest {
  private static final EventCodec CODEC = new EventCodec();

  static List<StoredEvent> everyEvent() {
    return Stored.everyEvent();
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void is_the_events_own_account_else_whom_it_was_done_to(StoredEvent stored) throws Exception {
    var event = CODEC.decode(stored.name(), stored.version(), stored.payload());

    assertThat(EventKey.of(stored))
        .isEqualTo(account(event).map(AccountId::toString).orElse(Stored.SUBJECT.toString()));
  }

  private static Optional<AccountId> account(Event event) throws Exception {
    for (var component : event.getClass().getRecordComponents()) {
      if (component.getName().equals("account")) {
        var value = component.getAccessor().invoke(event);
        return value instanceof Optional<?> maybe
            ? maybe.map(AccountId.class::cast)
            : Optional.of((AccountId) value);
      }
    }
    return Optional.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|{}",
        "{\"account\":null}|{\"subject\":7}",
        "{\"other\":{\"account\":\"0199f3a0-0000-7000-8000-000000000001\"}}|{}",
        "{\"account\":\"nobody\"}|{}",
        "[\"account\"]|\"subject\"",
        "no json|{\"subject\":",
        "''|''",
      })
  void is_the_installations_where_nobody_is_named(String payload, String metadata) {
    assertThat(EventKey.of(event(payload, metadata))).isEqualTo("installation");
  }

  @Test
  void lies_behind_other_members_too() {
    var account = "0199f3a0-0000-7000-8000-000000000001";
    var payload = "{\"list\":[{\"account\":1}],\"map\":{},\"account\":\"" + account + "\"}";

    assertThat(EventKey.of(event(payload, "{}"))).isEqualTo(account);
  }

  private static StoredEvent event(String payload, String metadata) {
    return new StoredEvent(
        1,
        new UUID(1, 2),
        Instant.EPOCH,
        "tried",
        "1",
        List.of(),
        metadata.getBytes(StandardCharsets.UTF_8),
        payload.getBytes(StandardCharsets.UTF_8));
  }
}
