package dev.annals.query.forensics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.crypto.Sealed;
import dev.annals.query.making.Kind;
import dev.annals.query.making.Making;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.TokenId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access and refresh tokens of our own, and what the log tells of them. */
class ProvenanceIT {
  private static final String LOGIN = "A".repeat(43);
  private final Installation here = new Installation();
  private AccountId ada = new AccountId(here.uuid());

  @BeforeEach
  void somebody() {
    ada = here.account();
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void a_good_token_is_ours_and_leads_to_its_sign_in() {
    var pair = here.signIn(ada);

    var answer = here.ask(pair.access());

    assertThat(answer.verdict()).isEqualTo(Making.OURS);
    assertThat(answer.kind()).isEqualTo(Kind.ACCESS_TOKEN);
    assertThat(answer.accountId()).isEqualTo(ada);
    assertThat(requireNonNull(answer.token()).jti()).isEqualTo(pair.jti());
    assertThat(requireNonNull(answer.signingKey()).state()).isEqualTo("active");
    assertThat(requireNonNull(answer.session()).sessionId()).isEqualTo(pair.ref().session());
    assertThat(requireNonNull(answer.session()).began().address()).isEqualTo("192.0.2.1");
    assertThat(requireNonNull(answer.session()).began().userAgent()).isEqualTo("curl/8.9.1");
    assertThat(answer.goodAt().good()).isTrue();
    assertThat(answer.stopped()).isNull();
    assertThat(answer.goodUntil()).isEqualTo(pair.grant().expiresAt());
    assertThat(answer.toString()).doesNotContain(pair.access());
  }

  @Test
  void before_it_was_issued_it_was_not_good() {
    long before = here.histories.head();
    var pair = here.signIn(ada);

    var goodness = here.ask(pair.access(), before).goodAt();

    assertThat(goodness.good()).isFalse();
    assertThat(goodness.reason()).isEqualTo("not_yet_issued");
  }

  @Test
  void after_its_time_it_stopped_by_itself() {
    var pair = here.signIn(ada);
    here.later(Duration.ofMinutes(10));

    var answer = here.ask(pair.access());

    assertThat(answer.verdict()).isEqualTo(Making.OURS);
    assertThat(answer.goodAt().reason()).isEqualTo("expired");
    assertThat(requireNonNull(answer.stopped()).position()).isNull();
    assertThat(requireNonNull(answer.stopped()).at()).isEqualTo(pair.grant().expiresAt());
    assertThat(here.ask(pair.access(), pair.position(), pair.grant().issuedAt()).goodAt().good())
        .isTrue();
  }

  @Test
  void a_sign_out_ends_it_and_is_named() {
    var pair = here.signIn(ada);
    here.later(Duration.ofMinutes(1));
    long end =
        here.append(new SessionEnded(pair.ref().session(), ada, EndReason.SIGNED_OUT, here.now));
    here.later(Duration.ofMinutes(30));

    var answer = here.ask(pair.access());

    assertThat(requireNonNull(answer.stopped()).position()).isEqualTo(end);
    assertThat(requireNonNull(answer.stopped()).event()).isEqualTo("session.ended");
    assertThat(requireNonNull(answer.stopped()).sentence()).contains("signed out");
    assertThat(answer.goodAt().good()).isFalse();
    assertThat(here.ask(pair.access(), end - 1, Installation.NOON).goodAt().good()).isTrue();
    assertThat(here.ask(pair.access(), end, Installation.NOON).goodAt().good()).isFalse();
  }

  @Test
  void a_refresh_leaves_it_good_and_the_chain_tells_each_step() {
    var first = here.signIn(ada);
    here.address = "198.51.100.7";
    here.later(Duration.ofMinutes(1));
    var second = here.refresh(first);
    here.later(Duration.ofMinutes(1));
    var _ = here.refresh(second);

    var answer = here.ask(second.access());

    assertThat(answer.verdict()).isEqualTo(Making.OURS);
    assertThat(answer.goodAt().good()).isTrue();
    assertThat(requireNonNull(answer.session()).chain())
        .extracting(ProvenanceAnswer.Issue::generation)
        .containsExactly(0, 1, 2);
    assertThat(requireNonNull(answer.session()).chain())
        .extracting(ProvenanceAnswer.Issue::asked)
        .containsExactly(false, true, false);
    assertThat(requireNonNull(answer.session()).heldBy())
        .extracting(ProvenanceAnswer.Holder::address)
        .containsExactly("192.0.2.1", "198.51.100.7");
    assertThat(answer.handled())
        .singleElement()
        .satisfies(given -> {
          assertThat(given.what()).isEqualTo("was given it");
          assertThat(given.address()).isEqualTo("198.51.100.7");
        });
  }

  @Test
  void a_spent_refresh_token_tells_who_spent_it_and_who_showed_it_again() {
    var first = here.signIn(ada);
    var second = here.refresh(first);
    here.address = "203.0.113.66";
    here.append(new RefreshTokenReused(first.ref().session(), ada, 0, here.now));
    long end =
        here.append(
            new SessionEnded(first.ref().session(), ada, EndReason.REFRESH_TOKEN_REUSED, here.now));

    var spent = here.ask(first.refresh().reveal());
    var ended = here.ask(second.refresh().reveal());

    assertThat(spent.verdict()).isEqualTo(Making.OURS);
    assertThat(spent.kind()).isEqualTo(Kind.REFRESH_TOKEN);
    assertThat(requireNonNull(spent.stopped()).position()).isEqualTo(second.position());
    assertThat(requireNonNull(spent.stopped()).sentence()).contains("spent");
    assertThat(spent.handled())
        .extracting(ProvenanceAnswer.Sighting::what)
        .containsExactly("was given it", "spent it", "showed it again after it was spent");
    assertThat(spent.handled().getLast().address()).isEqualTo("203.0.113.66");
    assertThat(requireNonNull(spent.session()).alarms()).hasSize(1);
    assertThat(requireNonNull(ended.stopped()).position()).isEqualTo(end);
  }

  @Test
  void a_revocation_a_lock_and_a_change_of_password_are_told_apart() {
    var revoked = here.signIn(ada);
    var locked = here.signIn(ada);
    var own = here.signIn(ada);
    var verifier = new Sealed(ada.dataKey() + "/AAAA");
    here.append(new AccessTokenRevoked(revoked.ref().session(), ada, revoked.jti(), here.now));
    here.append(new PasswordChanged(ada, own.ref().session(), verifier, here.now));
    here.append(new AccountLocked(ada, here.now));

    assertThat(requireNonNull(here.ask(revoked.access()).stopped()).sentence()).contains("revoked");
    assertThat(requireNonNull(here.ask(locked.access()).stopped()).sentence())
        .contains("another session");
    assertThat(requireNonNull(here.ask(own.access()).stopped()).sentence())
        .contains("this session");
    assertThat(requireNonNull(here.ask(own.refresh().reveal()).stopped()).sentence())
        .contains("locked");
  }

  @Test
  void of_an_erased_person_it_is_still_ours_and_nothing_personal_is_told() {
    var pair = here.signIn(ada);
    here.append(new AccountErased(ada, new LoginIndex(LOGIN), here.now));
    here.sealing.forget(ada.dataKey());

    var answer = here.ask(pair.access());

    assertThat(answer.verdict()).isEqualTo(Making.OURS);
    assertThat(requireNonNull(answer.stopped()).event()).isEqualTo("account.erased");
    assertThat(requireNonNull(answer.session()).began().address()).isNull();
    assertThat(answer.goodAt().good()).isFalse();
  }

  @Test
  void after_its_key_was_retired_it_is_said_that_it_was_made_before() {
    var pair = here.signIn(ada);
    here.later(Duration.ofMinutes(1));
    here.rotate();

    var answer = here.ask(pair.access());

    assertThat(answer.verdict()).isEqualTo(Making.SIGNED_BY_RETIRED_KEY);
    assertThat(answer.sentence()).contains("issued while its key signed");
    assertThat(requireNonNull(answer.signingKey()).state()).isEqualTo("retired");
    assertThat(requireNonNull(answer.token()).jti()).isEqualTo(pair.jti());
    assertThat(answer.goodAt().good()).isTrue();
  }

  @Test
  void by_its_id_alone_a_token_is_found_or_not() {
    var pair = here.signIn(ada);

    var found = here.ask(pair.jti());
    var lost = here.ask(new TokenId(here.uuid()));

    assertThat(found.verdict()).isEqualTo(Making.ISSUED);
    assertThat(requireNonNull(found.session()).sessionId()).isEqualTo(pair.ref().session());
    assertThat(requireNonNull(found.signingKey()).kid()).isEqualTo(here.key.kid().value());
    assertThat(found.goodAt().good()).isTrue();
    assertThat(lost.verdict()).isEqualTo(Making.NEVER_ISSUED);
  }
}
