package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KafkaSettingsTest {
  private static final KafkaSettings.Topic TOPIC =
      new KafkaSettings.Topic("annals.events", 6, (short) -1, true);
  private static final URI SOURCE = URI.create("urn:annals:here");

  @Test
  void what_is_needed_to_log_in_is_not_shown() {
    var client = Map.of("bootstrap.servers", "kafka:9092", "sasl.jaas.config", "tell-nobody");

    assertThat(new KafkaSettings(client, TOPIC, SOURCE).toString())
        .contains("annals.events", "urn:annals:here")
        .doesNotContain("tell-nobody");
  }

  @Test
  void servers_and_partitions_are_needed() {
    assertThatThrownBy(() -> new KafkaSettings(Map.of(), TOPIC, SOURCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KafkaSettings.Topic("events", 0, (short) 1, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
