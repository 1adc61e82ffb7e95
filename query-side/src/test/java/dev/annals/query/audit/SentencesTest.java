package dev.annals.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.catalogue.SampleEvents;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.event.Event;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SentencesTest {
  static final List<Event> EVERY_KIND = SampleEvents.ALL;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @FieldSource("EVERY_KIND")
  void every_event_has_a_sentence_and_a_target_without_anything_sealed_or_hashed(Event event) {
    var text = Sentences.of(event) + Target.of(event).orElse("");

    assertThat(Sentences.of(event))
        .matches("[A-Z0-9].*\\.")
        .doesNotContain("Optional", "[", "null");
    assertThat(text)
        .doesNotContain("c2VhbGVk", "kek/", "A".repeat(43), "B".repeat(43), "S".repeat(43))
        .doesNotContain("C".repeat(43), "{}");
  }

  @Test
  void every_kind_of_event_has_a_sentence_of_its_own() {
    assertThat(EVERY_KIND.stream().map(Sentences::of)).doesNotHaveDuplicates();
  }

  @Test
  void every_reason_for_a_refusal_is_told_apart() {
    var sentences =
        Arrays.stream(RefusalReason.values())
            .map(reason ->
                Sentences.of(
                    new SignInRefused(
                        Optional.empty(), new LoginIndex("A".repeat(43)), reason, NOON)))
            .collect(Collectors.toSet());

    assertThat(sentences).hasSameSizeAs(RefusalReason.values());
  }

  @Test
  void an_address_that_was_asked_for_stays_a_secret() {
    var read =
        new AuditTrailRead(
            "audit.events",
            Optional.empty(),
            Optional.empty(),
            "address=" + "X".repeat(43) + "&outcome=refused",
            7,
            NOON);

    assertThat(Sentences.of(read))
        .isEqualTo(
            "The records were read: audit.events, asking for one address, outcome=refused, as they"
                + " were up to position 7.");
  }

  @Test
  void a_wait_is_told() {
    var rejected = new PasswordRejected(new AccountId(new UUID(1, 2)), 5, Optional.of(NOON), NOON);

    assertThat(Sentences.of(rejected))
        .isEqualTo(
            "A wrong password was rejected, number 5 in a row; no other is looked at before"
                + " 2026-01-01T12:00:00Z.");
  }
}
