package dev.annals.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.InstallationSecret;
import org.junit.jupiter.api.Test;

class AddressIndexTest {
  private final InstallationSecret secret = InstallationSecret.generate();
  private final AddressIndex index = new AddressIndex(secret.addresses());

  @Test
  void an_address_has_one_index_however_it_is_written() {
    assertThat(index.of("2001:db8::1"))
        .matches("[A-Za-z0-9_-]{43}")
        .isEqualTo(index.of("2001:DB8:0:0:0:0:0:1"))
        .isNotEqualTo(index.of("2001:db8::2"));
    assertThat(index.of("192.0.2.1")).isEqualTo(index.of("::ffff:192.0.2.1"));
    assertThat(index.of("unknown")).isNotEqualTo(index.of("192.0.2.1"));
  }

  @Test
  void it_stays_and_says_nothing_to_another_installation() {
    assertThat(new AddressIndex(secret.addresses()).of("192.0.2.1"))
        .isEqualTo(index.of("192.0.2.1"));
    assertThat(new AddressIndex(InstallationSecret.generate().addresses()).of("192.0.2.1"))
        .isNotEqualTo(index.of("192.0.2.1"));
  }
}
