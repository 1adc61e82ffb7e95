package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.event.EventName;
import dev.annals.store.StoredEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody makes who may write to the topic, and knows everything but the secret. */
final class ForgedRecordTest {
  private static final URI SOURCE = URI.create("urn:annals:0199f3a0-0000-7000-8000-0000000000aa");
  private static final String NOT_VOUCHED_FOR = "header ce_mac does not vouch for it";
  private static final StoredEvent TRUE = Stored.event(new EventName("account.locked", 1));
  private final KeyedHash key = InstallationSecret.generate().relayedRecords();
  private final CloudEvents codec = new CloudEvents(SOURCE, () -> key);

  static List<StoredEvent> others() {
    return List.of(
        other(TRUE.position() + 1, TRUE.id(), TRUE.at(), TRUE.name()),
        other(TRUE.position(), new UUID(1, 2), TRUE.at(), TRUE.name()),
        other(TRUE.position(), TRUE.id(), TRUE.at().plusNanos(1_000), TRUE.name()),
        other(TRUE.position(), TRUE.id(), TRUE.at(), "account.unlocked"),
        with("2", TRUE.tags(), TRUE.metadata(), TRUE.payload()),
        with("1", List.of(), TRUE.metadata(), TRUE.payload()),
        with("1", List.of("account:x"), TRUE.metadata(), TRUE.payload()),
        with("1", TRUE.tags(), bytes("{}"), TRUE.payload()),
        with("1", TRUE.tags(), TRUE.metadata(), bytes("{}")),
        with("1", TRUE.tags(), TRUE.payload(), TRUE.metadata()));
  }

  private static StoredEvent other(long position, UUID id, Instant at, String name) {
    return new StoredEvent(
        position, id, at, name, "1", TRUE.tags(), TRUE.metadata(), TRUE.payload());
  }

  private static StoredEvent with(
      String version, List<String> tags, byte[] metadata, byte[] payload) {
    return new StoredEvent(
        TRUE.position(), TRUE.id(), TRUE.at(), TRUE.name(), version, tags, metadata, payload);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_mac_vouches_for_no_other_event(StoredEvent other) {
    var forged = codec.record("events", other);
    forged
        .headers()
        .remove("ce_mac")
        .add(codec.record("events", TRUE).headers().lastHeader("ce_mac"));

    assertThat(codec.event(received(codec.record("events", other)))).matches(other::isSameAs);
    refused(received(forged), NOT_VOUCHED_FOR);
  }

  @Test
  void a_byte_that_went_from_one_field_to_the_next_is_noticed() {
    var one = with("1", List.of("ab", "c"), bytes("{}"), bytes("[]"));
    for (var cut :
        List.of(
            with("1", List.of("a", "bc"), bytes("{}"), bytes("[]")),
            with("1", List.of("abc"), bytes("{}"), bytes("[]")),
            with("1", List.of("ab", "c"), bytes("{"), bytes("}[]")),
            with("1{", List.of("ab", "c"), bytes("}"), bytes("[]")),
            with("1", List.of("c"), bytes("{}"), bytes("[]ab")))) {
      assertThat(new RecordMac(key).isOf(cut, new RecordMac(key).of(one))).isFalse();
    }
  }

  @Test
  void what_another_installations_relay_sent_is_refused() {
    var theirs = InstallationSecret.generate().relayedRecords();

    refused(
        received(new CloudEvents(SOURCE, () -> theirs).record("events", TRUE)), NOT_VOUCHED_FOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAAAAAAAAAAAAAAAAAAAA", "AAAA", "no base64url!", "ü"})
  void a_made_up_mac_is_refused(String mac) {
    var forged = codec.record("events", TRUE);
    forged.headers().remove("ce_mac").add("ce_mac", bytes(mac));

    refused(received(forged), NOT_VOUCHED_FOR);
  }

  @Test
  void a_changed_bit_of_any_byte_is_noticed() {
    var sent = codec.record("events", TRUE);
    for (var header : sent.headers()) {
      // What a copy does not hold, nobody vouches for.
      for (int i = 0; i < header.value().length && !header.key().equals("ce_subject"); i++) {
        var changed = received(sent);
        changed.headers().remove(header.key()).add(header.key(), flipped(header.value(), i));
        refused(changed, "");
      }
    }
    for (int i = 0; i < TRUE.payload().length; i++) {
      refused(received(sent, flipped(TRUE.payload(), i)), NOT_VOUCHED_FOR);
    }
  }

  private static byte[] flipped(byte[] value, int at) {
    var changed = value.clone();
    changed[at] ^= 1;
    return changed;
  }

  @Test
  void a_record_is_refused_while_there_is_no_key_to_check_it_with() {
    var sent = codec.record("events", TRUE);
    var waiting =
        new CloudEvents(
            SOURCE,
            () -> {
              throw Bench.noKey();
            });

    assertThatThrownBy(() -> waiting.event(received(sent)))
        .hasMessageContaining("not been founded");
    assertThatThrownBy(() -> waiting.record("events", TRUE))
        .hasMessageContaining("not been founded");
  }

  private void refused(ConsumerRecord<byte[], byte[]> record, String why) {
    assertThatThrownBy(() -> codec.event(record))
        .isInstanceOf(ForeignRecord.class)
        .hasMessageContaining(why);
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    return received(sent, sent.value());
  }

  private static ConsumerRecord<byte[], byte[]> received(
      ProducerRecord<byte[], byte[]> sent, byte[] value) {
    var record = new ConsumerRecord<>("events", 3, 17, sent.key(), value);
    sent.headers().forEach(record.headers()::add);
    return record;
  }
}
