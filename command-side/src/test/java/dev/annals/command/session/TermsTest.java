package dev.annals.command.session;

import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.REF;
import static dev.annals.command.session.SessionSamples.TEN;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Role;
import dev.annals.session.SessionEvent.TokensIssued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static TokensIssued issue(Instant at) {
    return terms(0, at).issue(REF, Set.of(), false, TEN);
  }

  @Test
  void a_pair_lives_as_long_as_the_settings_say() {
    assertThat(issue(EIGHT)).isEqualTo(issued(0, EIGHT));
  }

  @Test
  void no_token_outlives_its_session() {
    var last = issue(TEN.minusSeconds(60));

    assertThat(last.access().expiresAt()).isEqualTo(TEN);
    assertThat(last.refresh().expiresAt()).isEqualTo(TEN);
  }

  @Test
  void the_refresh_token_ends_with_the_session_when_the_access_token_ends_before() {
    var late = issue(TEN.minus(Duration.ofMinutes(30)));

    assertThat(late.access().expiresAt()).isEqualTo(TEN.minus(Duration.ofMinutes(20)));
    assertThat(late.refresh().expiresAt()).isEqualTo(TEN);
  }

  @Test
  void the_times_of_a_token_are_whole_seconds_and_the_fact_keeps_its_microseconds() {
    var at = EIGHT.plusNanos(999_999_000);
    var issued = issue(at);

    assertThat(issued.access().issuedAt()).isEqualTo(EIGHT);
    assertThat(issued.access().expiresAt()).isEqualTo(EIGHT.plusSeconds(600));
    assertThat(issued.refresh().expiresAt()).isEqualTo(EIGHT.plusSeconds(3600));
    assertThat(issued.at()).isEqualTo(at);
  }

  @Test
  void a_restricted_pair_may_do_nothing_but_change_the_password() {
    assertThat(terms(0, EIGHT).issue(REF, Set.of(), true, TEN))
        .isEqualTo(issued(0, EIGHT, "change-password", List.of()));
  }

  @Test
  void roles_are_named_in_the_order_of_the_alphabet() {
    var roles = Set.of(new Role("zoo"), Role.AUDITOR, new Role("billing"), Role.ADMIN);

    assertThat(terms(0, EIGHT).issue(REF, roles, false, TEN).access().roles())
        .containsExactly(Role.ADMIN, Role.AUDITOR, new Role("billing"), new Role("zoo"));
  }
}
