package dev.annals.address;

import static dev.annals.address.ForwardingHeader.FORWARDED;
import static dev.annals.address.ForwardingHeader.X_FORWARDED_FOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private static final List<Network> OURS =
      Stream.of("10.0.0.0/8", "2001:db8:5::/48", "127.0.0.1").map(Network::parse).toList();
  private static final String PROXY = "10.0.0.1";

  private final ClientAddress older = new ClientAddress(OURS, X_FORWARDED_FOR);
  private final ClientAddress standard = new ClientAddress(OURS, FORWARDED);

  @Test
  void nobody_is_believed_unless_trusted() {
    var trustful = new ClientAddress(List.of(), X_FORWARDED_FOR);

    assertThat(trustful.of(PROXY, List.of("192.0.2.1"))).isEqualTo(PROXY);
    assertThat(older.of("198.51.100.1", List.of("192.0.2.1"))).isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1                                | 192.0.2.1
          6.6.6.6, 192.0.2.1                       | 192.0.2.1
          6.6.6.6, 192.0.2.1, 10.2.3.4             | 192.0.2.1
          6.6.6.6,192.0.2.1 ,10.2.3.4,10.9.9.9     | 192.0.2.1
          10.7.7.7, 10.2.3.4                       | 10.7.7.7
          192.0.2.1:4711                           | 192.0.2.1
          2001:db8::1                              | 2001:db8:0:0:0:0:0:1
          [2001:db8::1]                            | 2001:db8:0:0:0:0:0:1
          [2001:db8::1]:4711                       | 2001:db8:0:0:0:0:0:1
          192.0.2.1, 2001:db8:5:1::9               | 192.0.2.1
          ::ffff:192.0.2.1                         | 192.0.2.1
          192.0.2.1, ::ffff:10.0.0.3               | 192.0.2.1
          192.0.2.1, unknown                       | 10.0.0.1
          192.0.2.1, unknown, 10.2.3.4             | 10.2.3.4
          192.0.2.1, , 10.2.3.4                    | 10.2.3.4
          192.0.2.1,                               | 10.0.0.1
          example.org                              | 10.0.0.1
          999.1.1.1                                | 10.0.0.1
          127.1                                    | 10.0.0.1
          2130706433                               | 10.0.0.1
          0x7f.0.0.1                               | 10.0.0.1
          fe80::1%eth0                             | 10.0.0.1
          192.0.2.1:99999999                       | 10.0.0.1
          [192.0.2.1                               | 10.0.0.1
          ' '                                      | 10.0.0.1
          """)
  void the_older_header_is_walked_from_the_right(String line, String client) {
    assertThat(older.of(PROXY, List.of(line))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          for=192.0.2.1                                      | 192.0.2.1
          For="192.0.2.1:4711";proto=https;by=10.0.0.1       | 192.0.2.1
          proto=https ; FOR=192.0.2.1:4711 ;host="a,b;c"     | 192.0.2.1
          for="[2001:db8::1]:4711"                           | 2001:db8:0:0:0:0:0:1
          for="[2001:db8::1]:_port"                          | 2001:db8:0:0:0:0:0:1
          for=6.6.6.6, for=192.0.2.1, for=10.2.3.4           | 192.0.2.1
          for=192.0.2.1, for=_hidden                         | 10.0.0.1
          for=192.0.2.1, for=unknown, for=10.2.3.4           | 10.2.3.4
          for=192.0.2.1, proto=https                         | 10.0.0.1
          for=192.0.2.1;for=6.6.6.6                          | 10.0.0.1
          for="192.0.2.1                                     | 10.0.0.1
          for="6.6.6.6, for=192.0.2.1                        | 10.0.0.1
          for="192.0.2.\\1"                                  | 10.0.0.1
          for=192.0.2.1,                                     | 10.0.0.1
          for=192.0.2.1;                                     | 10.0.0.1
          192.0.2.1                                          | 10.0.0.1
          for =192.0.2.1                                     | 10.0.0.1
          for=                                               | 10.0.0.1
          ,                                                  | 10.0.0.1
          """)
  void the_standard_header_is_walked_from_the_right(String line, String client) {
    assertThat(standard.of(PROXY, List.of(line))).isEqualTo(client);
  }

  @Test
  void several_lines_are_one_list() {
    assertThat(older.of(PROXY, List.of("6.6.6.6", "192.0.2.1, 10.2.3.4", "10.9.9.9")))
        .isEqualTo("192.0.2.1");
    assertThat(standard.of(PROXY, List.of("for=\"", "for=192.0.2.1", "for=10.9.9.9")))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void it_names_the_header_it_wants_to_see() {
    assertThat(older.header().headerName()).isEqualTo("X-Forwarded-For");
    assertThat(standard.header().headerName()).isEqualTo("Forwarded");
  }

  @Test
  void a_proxy_that_says_nothing_speaks_for_itself() {
    assertThat(older.of(PROXY, List.of())).isEqualTo(PROXY);
    assertThat(standard.of(PROXY, List.of(""))).isEqualTo(PROXY);
  }

  @Test
  void a_huge_header_is_read_like_any_other() {
    assertThat(older.of(PROXY, List.of("6.6.6.6,".repeat(100_000) + "192.0.2.1")))
        .isEqualTo("192.0.2.1");
    assertThat(standard.of(PROXY, List.of("for=\"" + "a".repeat(1_000_000) + "\",for=192.0.2.1")))
        .isEqualTo("192.0.2.1");
    assertThat(standard.of(PROXY, List.of("for=\"" + "\\a".repeat(1_000_000)))).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @CsvSource({
    "::1, 0:0:0:0:0:0:0:1",
    "0:0:0:0:0:0:0:1%0, 0:0:0:0:0:0:0:1",
    "::ffff:192.0.2.9, 192.0.2.9",
    "unix:/run/annals.sock, unix:/run/annals.sock",
    "'', ''"
  })
  void the_other_end_of_the_connection_is_taken_as_it_comes(String remote, String client) {
    assertThat(older.of(remote, List.of("192.0.2.1"))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.200/25, 192.0.2.130, true",
    "192.0.2.1/32, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false"
  })
  void a_network_holds_what_begins_like_it(String network, String address, boolean held) {
    assertThat(AddressLiteral.parse(address).map(Network.parse(network)::contains)).hasValue(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10/8",
        "localhost",
        "10.0.0.0/8/8",
        "10.0.0.0/9999",
        "300.0.0.0/8"
      })
  void what_is_no_network_is_refused_at_the_start(String network) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(network));
  }
}
