package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.event.EventName;
import dev.annals.store.StoredEvent;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudEventsTest {
  private static final String SECRET = "tell-nobody";
  private static final StoredEvent LOCKED = Stored.event(new EventName("account.locked", 1));
  private static final URI SOURCE = URI.create("urn:annals:0199f3a0-0000-7000-8000-0000000000aa");
  private final CloudEvents codec = new CloudEvents(SOURCE, Stored::key);

  static List<StoredEvent> everyEvent() {
    return Stored.everyEvent();
  }

  static List<StoredEvent> randomEvents() {
    var history = new History(7);
    return IntStream.rangeClosed(1, 300)
        .mapToObj(position -> StoredEvent.at(position, history.event()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource({"everyEvent", "randomEvents"})
  void every_event_comes_back_to_the_byte(StoredEvent event) {
    var record = codec.record("events", event);

    assertThat(codec.event(received(record))).matches(event::isSameAs);
    assertThat(record.value()).isSameAs(event.payload());
    assertThat(new String(record.key(), UTF_8)).isEqualTo(EventKey.of(event));
  }

  @Test
  void the_headers_are_those_of_the_golden_file() throws Exception {
    var record = codec.record("events", LOCKED);

    var text = new StringBuilder("key: " + new String(record.key(), UTF_8) + "\n");
    for (var header : record.headers()) {
      text.append(header.key()).append(": ").append(new String(header.value(), UTF_8)).append('\n');
    }
    try (var golden = getClass().getResourceAsStream("/golden/cloudevent.txt")) {
      assertThat(golden).isNotNull();
      assertThat(text).hasToString(new String(golden.readAllBytes(), UTF_8));
    }
  }

  @Test
  void names_of_attributes_are_what_the_specification_allows() {
    for (var header : codec.record("events", LOCKED).headers()) {
      assertThat(header.key()).matches("content-type|ce_[a-z0-9]{1,20}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_time",
        "content-type",
        "ce_position",
        "ce_eventversion",
        "ce_tags",
        "ce_metadata",
        "ce_mac"
      })
  void what_is_missing_doubled_empty_or_garbled_is_refused(String header) {
    refused(record -> without(record, header), "header " + header + " is missing");
    refused(
        record -> also(record, header, "x".getBytes(UTF_8)), "header " + header + " occurs twice");
    refused(record -> with(record, header, null), "header " + header + " is empty");
    refused(
        record -> with(record, header, new byte[] {(byte) 0xc3, 0x28}),
        "header " + header + " is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ce_specversion|0.3|is not what it must be",
        "ce_source|urn:annals:tell-nobody|is not what it must be",
        "content-type|application/tell-nobody|is not what it must be",
        "ce_position|tell-nobody|is no position",
        "ce_position|0|is no position",
        "ce_position|-7|is no position",
        "ce_position|+7|is no position",
        "ce_position|07|is no position",
        "ce_position|9223372036854775808|is no position",
        "ce_id|tell-nobody|is no id",
        "ce_id|1-1-1-1-1|is no id",
        "ce_time|tell-nobody|is no time",
        "ce_time|2026-01-01T12:00:00Z|is no time",
        "ce_time|2026-02-30T12:00:00.000000Z|is no time",
        "ce_time|2026-01-01T12:00:00.000000+01:00|is no time",
        "ce_time|1969-01-01T12:00:00.000000Z|no log would have taken it",
        "ce_type|com.example.tell-nobody|is not one of ours",
        "ce_type|dev.annals.|no log would have taken it",
        "ce_tags|tell-nobody|is no list of texts",
        "ce_tags|null|is no list of texts",
        "ce_tags|[1]|is no list of texts",
        "ce_tags|[null]|is no list of texts",
        "ce_tags|[\"a\"] tell-nobody|is no list of texts",
        "ce_tags|[\"b\",\"a\"]|is not in order",
        "ce_tags|[\"a\",\"a\"]|is not in order",
        "ce_tags|[\"\"]|no log would have taken it",
        "ce_mac|tell-nobody|does not vouch for it",
      })
  void wrong_values_are_refused_and_not_repeated(String header, String value, String why) {
    refused(record -> with(record, header, value.getBytes(UTF_8)), why);
  }

  @Test
  void a_record_without_headers_or_value_is_refused() {
    refused(record -> new ProducerRecord<>("events", SECRET.getBytes(UTF_8)), "is missing");
    refused(
        record -> copy(record, null, Stream.of(record.headers().toArray()).toList()),
        "it has no value");
  }

  @Test
  void what_is_too_large_for_a_log_is_refused() {
    refused(
        record -> copy(record, new byte[65_536], List.of(record.headers().toArray())),
        "no log would have taken it");
  }

  @Test
  void metadata_that_is_no_text_is_not_sent() {
    var odd =
        new StoredEvent(
            1, LOCKED.id(), LOCKED.at(), "n", "1", List.of(), new byte[] {-1}, new byte[0]);

    assertThatThrownBy(() -> codec.record("events", odd)).hasMessage("the metadata is not UTF-8");
  }

  private void refused(UnaryOperator<ProducerRecord<byte[], byte[]>> change, String why) {
    var record = change.apply(codec.record("events", LOCKED));

    assertThatThrownBy(() -> codec.event(received(record)))
        .isInstanceOf(ForeignRecord.class)
        .hasMessageStartingWith("the record of partition 3 at offset 17 is no event")
        .hasMessageContaining(why)
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    var record = new ConsumerRecord<>("events", 3, 17, sent.key(), sent.value());
    sent.headers().forEach(record.headers()::add);
    return record;
  }

  private static ProducerRecord<byte[], byte[]> without(
      ProducerRecord<byte[], byte[]> record, String header) {
    record.headers().remove(header);
    return record;
  }

  private static ProducerRecord<byte[], byte[]> with(
      ProducerRecord<byte[], byte[]> record, String header, byte @Nullable [] value) {
    return also(without(record, header), header, value);
  }

  private static ProducerRecord<byte[], byte[]> also(
      ProducerRecord<byte[], byte[]> record, String header, byte @Nullable [] value) {
    record.headers().add(header, value);
    return record;
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ProducerRecord<byte[], byte[]> record, byte @Nullable [] value, List<Header> headers) {
    return new ProducerRecord<>("events", null, record.key(), value, headers);
  }
}
