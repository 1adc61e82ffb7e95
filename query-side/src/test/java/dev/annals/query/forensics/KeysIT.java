package dev.annals.query.forensics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.Sealed;
import dev.annals.query.making.Kind;
import dev.annals.query.making.Making;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.ChosenSecret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API keys, service tokens and private tokens. */
class KeysIT {
  private static final LoginIndex LOGIN = new LoginIndex("A".repeat(43));
  private final Installation here = new Installation();
  private AccountId ada = new AccountId(here.uuid());

  @BeforeEach
  void somebody() {
    ada = here.account();
    var login = new Sealed(ada.dataKey() + "/AAAA");
    here.append(new AccountRegistered(ada, LOGIN, login, Optional.empty(), here.now));
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void an_api_key_tells_its_story_and_which_of_its_secrets_was_shown() {
    var key = new ApiKeyId(here.uuid());
    var first = ApiKeySecret.mint(key, here.randomness);
    var second = ApiKeySecret.mint(key, here.randomness);
    long issued =
        here.append(
            new ApiKeyIssued(
                key, ada, KeyKind.API_KEY, "ci", first.hash(), Optional.empty(), here.now));
    here.later(Duration.ofMinutes(1));
    var grace = here.now.plusSeconds(600);
    long rotated = here.append(new ApiKeyRotated(key, second.hash(), grace, here.now));

    var old = here.ask(first.reveal());
    assertThat(old.verdict()).isEqualTo(Making.OURS);
    assertThat(old.kind()).isEqualTo(Kind.API_KEY);
    assertThat(old.accountId()).isEqualTo(ada);
    assertThat(requireNonNull(old.key()).secret()).isEqualTo(1);
    assertThat(requireNonNull(old.key()).secrets()).isEqualTo(2);
    assertThat(old.goodAt().good()).isTrue();
    assertThat(old.stopped()).isNull();
    assertThat(old.goodUntil()).isEqualTo(grace);

    here.later(Duration.ofMinutes(11));
    var replaced = here.ask(first.reveal());
    assertThat(replaced.goodAt().good()).isFalse();
    assertThat(requireNonNull(replaced.stopped()).position()).isEqualTo(rotated);

    long revoked = here.append(new ApiKeyRevoked(key, here.now));
    var last = here.ask(second.reveal());
    assertThat(requireNonNull(last.key()).secret()).isEqualTo(2);
    assertThat(requireNonNull(last.stopped()).position()).isEqualTo(revoked);
    assertThat(here.ask(second.reveal(), rotated).goodAt().good()).isTrue();
    assertThat(here.ask(second.reveal(), issued).goodAt().reason()).isEqualTo("not_yet_issued");
  }

  @Test
  void a_key_is_not_good_while_its_owner_is_locked() {
    var key = new ApiKeyId(here.uuid());
    var secret = ApiKeySecret.mint(key, here.randomness);
    here.append(
        new ApiKeyIssued(
            key, ada, KeyKind.API_KEY, "ci", secret.hash(), Optional.empty(), here.now));
    long locked = here.append(new AccountLocked(ada, here.now));
    here.append(new AccountUnlocked(ada, here.now));

    assertThat(here.ask(secret.reveal(), locked).goodAt().reason()).isEqualTo("owner");
    assertThat(here.ask(secret.reveal()).goodAt().good()).isTrue();
  }

  @Test
  void a_key_nobody_issued_and_a_secret_that_never_was_are_forged() {
    var key = new ApiKeyId(here.uuid());
    var secret = ApiKeySecret.mint(key, here.randomness);

    assertThat(here.ask(secret.reveal()).verdict()).isEqualTo(Making.FORGED);
    here.append(
        new ApiKeyIssued(
            key, ada, KeyKind.API_KEY, "ci", secret.hash(), Optional.empty(), here.now));
    assertThat(here.ask(ApiKeySecret.mint(key, here.randomness).reveal()).verdict())
        .isEqualTo(Making.FORGED);
    assertThat(here.ask(secret.reveal()).verdict()).isEqualTo(Making.OURS);
  }

  @Test
  void service_and_private_tokens_are_known_by_their_secrets() {
    for (var kind : new KeyKind[] {KeyKind.SERVICE_TOKEN, KeyKind.PRIVATE_TOKEN}) {
      var secret = ChosenSecret.random(here.randomness);
      here.append(
          new ApiKeyIssued(
              ApiKeyId.of(ada, kind),
              ada,
              kind,
              "chosen",
              secret.hash(here.secret.chosenSecrets()),
              Optional.empty(),
              here.now));
      var answer = here.ask(secret.reveal());
      assertThat(answer.verdict()).isEqualTo(Making.OURS);
      assertThat(answer.kind().name()).isEqualTo(kind.name());
      assertThat(answer.goodAt().good()).isTrue();
    }
    assertThat(here.ask(here.uuid().toString()).verdict()).isEqualTo(Making.UNKNOWN);
  }
}
