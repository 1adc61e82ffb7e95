package dev.annals.command.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {
  private static final Subject ADA = new Subject("auth0|ada");

  private static TrustedIssuer issuer(String issuer, String keys, Subject... allowed) {
    return new TrustedIssuer(
        new Issuer(issuer), URI.create(keys), "annals", Optional.empty(), Set.of(allowed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example/",
        "https://id.example:8443/tenant",
        "HTTPS://id.example",
        "http://localhost:8081/",
        "http://127.0.0.1/",
        "http://127.8.9.10:80/x",
        "http://[::1]:8081/"
      })
  void an_issuer_speaks_https_or_is_on_this_host(String url) {
    assertThat(issuer(url, url).issuer()).isEqualTo(new Issuer(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example/",
        "http://localhost.example/",
        "http://127.0.0.1.example/",
        "http://127.0.0.1@id.example/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "https://user:secret@id.example/",
        "https://id.example/#x",
        "https:id.example",
        "https:///x",
        "//id.example/",
        "file:///etc/passwd",
        "ftp://localhost/",
        "id.example"
      })
  void anything_else_is_refused_for_issuer_and_keys_alike(String url) {
    assertThatThrownBy(() -> issuer(url, "https://id.example/keys"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("issuer: ");
    assertThatThrownBy(() -> issuer("https://id.example/", url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("jwks-uri: ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_keys_address_may_have_a_query_and_the_issuer_none() {
    var keys = "https://id.example/keys?p=1";

    assertThat(issuer("https://id.example/", keys).jwksUri()).isEqualTo(URI.create(keys));
    assertThatThrownBy(() -> issuer(keys, keys)).hasMessage("issuer: must have no query");
  }

  @Test
  void an_audience_must_be_set() {
    var url = URI.create("https://id.example/");

    assertThatThrownBy(() ->
            new TrustedIssuer(new Issuer(url.toString()), url, " ", Optional.empty(), Set.of()))
        .hasMessage("audience: must be set");
  }

  @Test
  void who_is_allowed_by_name_gets_an_account_and_nobody_else_comes_in() {
    var some = issuer("https://id.example/", "https://id.example/keys", ADA);

    assertThat(some.opensAccounts()).isTrue();
    assertThat(some.admits(ADA)).isTrue();
    assertThat(some.admits(new Subject("auth0|Ada"))).isFalse();
  }

  @Test
  void where_nobody_is_named_whoever_is_linked_comes_in() {
    var any = issuer("https://id.example:8443/", "https://id.example/keys");

    assertThat(any.opensAccounts()).isFalse();
    assertThat(any.admits(ADA)).isTrue();
    assertThat(any.domain()).isEqualTo("id.example:8443");
  }
}
