package dev.annals.command.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {
  private static IssuerSettings settings(
      @Nullable String domain, @Nullable String issuer, @Nullable String keys) {
    return new IssuerSettings(domain, issuer, keys, "annals", "spa", List.of("auth0|ada"));
  }

  @Test
  void a_domain_is_a_tenant_of_auth0() {
    var trusted = settings("tenant.eu.auth0.com", null, null).trusted();

    assertThat(trusted.issuer()).isEqualTo(new Issuer("https://tenant.eu.auth0.com/"));
    assertThat(trusted.jwksUri())
        .isEqualTo(URI.create("https://tenant.eu.auth0.com/.well-known/jwks.json"));
    assertThat(trusted.domain()).isEqualTo("tenant.eu.auth0.com");
    assertThat(trusted.audience()).isEqualTo("annals");
    assertThat(trusted.clientId()).contains("spa");
    assertThat(trusted.allowedSubjects()).containsExactly(new Subject("auth0|ada"));
  }

  @Test
  void what_is_said_outright_counts_more_than_the_domain() {
    var trusted = settings("id.example", "https://id.example/realm", "https://keys.example/k");

    assertThat(trusted.trusted().issuer()).isEqualTo(new Issuer("https://id.example/realm"));
    assertThat(trusted.trusted().jwksUri()).isEqualTo(URI.create("https://keys.example/k"));
  }

  @Test
  void keys_are_below_the_issuer_with_one_slash_between() {
    assertThat(settings(null, "https://id.example/realm", null).trusted().jwksUri())
        .isEqualTo(URI.create("https://id.example/realm/.well-known/jwks.json"));
    assertThat(settings(null, "https://id.example/realm/", " ").trusted().jwksUri())
        .isEqualTo(URI.create("https://id.example/realm/.well-known/jwks.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://id.example", "id.example/", "a b", "-x", "user@id.example"})
  void what_is_no_host_is_no_domain(String domain) {
    assertThatThrownBy(() -> settings(domain, null, null).trusted())
        .hasMessageStartingWith("domain: ");
  }

  @Test
  void an_empty_client_id_is_none() {
    var trusted = new IssuerSettings("id.example", null, null, "annals", "", List.of()).trusted();

    assertThat(trusted.clientId()).isEmpty();
    assertThat(trusted.opensAccounts()).isFalse();
  }

  @Test
  void nobody_is_asked_for_keys_all_the_time() {
    assertThatThrownBy(() -> new Settings.Federation(List.of(), Duration.ZERO))
        .hasMessage("refetch-floor must be at least one second");
  }
}
