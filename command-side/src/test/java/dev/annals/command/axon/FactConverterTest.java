package dev.annals.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.catalogue.EventCodec;
import dev.annals.command.decision.Samples;
import dev.annals.crypto.Randomness;
import java.time.InstantSource;
import org.axonframework.conversion.ConversionException;
import org.junit.jupiter.api.Test;

class FactConverterTest {
  private final Records records =
      new Records(new EventCodec(), Randomness.secure(InstantSource.system()));
  private final FactConverter converter = new FactConverter(records);

  @Test
  void facts_become_the_bytes_of_the_catalogue() {
    for (var event : Samples.ALL) {
      assertThat(converter.canConvert(event.getClass(), byte[].class)).isTrue();
      assertThat(converter.<byte[]>convert(event, byte[].class))
          .isEqualTo(new EventCodec().encode(event));
    }
  }

  @Test
  void nothing_else_is_converted_and_facts_to_nothing_else() {
    assertThat(converter.canConvert(String.class, byte[].class)).isFalse();
    assertThat(converter.canConvert(Samples.PASSWORD.getClass(), String.class)).isFalse();
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> converter.convert("text", byte[].class));
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> converter.convert(Samples.PASSWORD, String.class));
    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> converter.convert(null, byte[].class));
  }
}
