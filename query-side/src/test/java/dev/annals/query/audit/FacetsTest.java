package dev.annals.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.SampleEvents;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyId;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.query.view.Recorded;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionId;
import dev.annals.store.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FacetsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(0, 1));
  private static final AccountId BOB = new AccountId(new UUID(0, 2));
  private static final SessionId SESSION = new SessionId(new UUID(0, 3));

  /** What bob did to ada. */
  private static final Circumstances BY_BOB =
      new Circumstances(
          Actor.account(BOB.value()),
          Optional.of(ADA.value()),
          Optional.empty(),
          Optional.of("index"),
          Optional.empty(),
          "datarhei",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static Stream<Event> every() {
    return SampleEvents.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("every")
  void every_event_has_facets(Event event) {
    var facets = Facets.of(recorded(event, BY_BOB));

    assertThat(facets.outcome()).isIn("accepted", "refused", "noted");
    assertThat(facets.reason().isPresent()).isEqualTo(facets.outcome().equals("refused"));
    assertThat(facets.account()).isPresent();
    assertThat(facets.actor()).isEqualTo("account:" + BOB);
    assertThat(facets.family()).isEqualTo("datarhei");
    assertThat(facets.addressIndex()).contains("index");
  }

  @Test
  void refused_is_what_was_refused() {
    var refused =
        every()
            .filter(event -> Facets.of(recorded(event, BY_BOB)).outcome().equals("refused"))
            .map(event -> EventCatalogue.nameOf(event.getClass()).name())
            .collect(Collectors.toSet());

    assertThat(refused)
        .isEqualTo(
            Set.of(
                "password.rejected",
                "sign_in.refused",
                "sign_in.stranger_refused",
                "sign_in.refusals_counted",
                "session.refresh_token_reused"));
  }

  @Test
  void noted_is_what_nobody_asked_for() {
    var noted =
        every()
            .filter(event -> Facets.of(recorded(event, BY_BOB)).outcome().equals("noted"))
            .map(event -> EventCatalogue.nameOf(event.getClass()).name())
            .collect(Collectors.toSet());

    assertThat(noted)
        .isEqualTo(
            Set.of(
                "password.one_time_used",
                "password.rehashed",
                "password.wrong_ones_forgiven",
                "request.answered",
                "audit_trail.read"));
  }

  @Test
  void a_refusal_says_why() {
    assertThat(reason(new PasswordRejected(ADA, 1, Optional.empty(), NOON)))
        .contains("wrong_password");
    assertThat(reason(new RefreshTokenReused(SESSION, ADA, 0, NOON)))
        .contains("refresh_token_reused");
    assertThat(
            reason(
                new StrangerRefused(new dev.annals.federation.SubjectIndex("S".repeat(43)), NOON)))
        .contains("subject_unknown");
  }

  @Test
  void an_event_is_about_its_own_account_and_else_about_the_subject() {
    var own = new SessionEnded(SESSION, BOB, EndReason.SIGNED_OUT, NOON);
    var none = new ApiKeyRevoked(new ApiKeyId(new UUID(0, 4)), NOON);

    assertThat(Facets.of(recorded(own, BY_BOB)).account()).contains(BOB.value());
    assertThat(Facets.of(recorded(own, BY_BOB)).session()).contains(SESSION.value());
    assertThat(Facets.of(recorded(none, BY_BOB)).account()).contains(ADA.value());
    assertThat(Facets.of(recorded(none, Circumstances.SYSTEM)).account()).isEmpty();
  }

  @Test
  void a_question_is_about_whom_it_was_about() {
    var read = new AuditTrailRead("q", Optional.of(BOB), Optional.of(SESSION), "", 7, NOON);

    var facets = Facets.of(recorded(read, Circumstances.SYSTEM));

    assertThat(facets.account()).contains(BOB.value());
    assertThat(facets.session()).contains(SESSION.value());
  }

  private static Optional<String> reason(Event event) {
    return Facets.of(recorded(event, BY_BOB)).reason();
  }

  private static Recorded recorded(Event event, Circumstances circumstances) {
    var stored =
        new StoredEvent(
            1, new UUID(0, 9), event.at(), "n", "1", List.of(), new byte[0], new byte[0]);
    return new Recorded(stored, circumstances, event);
  }
}
