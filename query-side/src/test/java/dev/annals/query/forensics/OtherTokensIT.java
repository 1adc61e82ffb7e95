package dev.annals.query.forensics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
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
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SharedKey;
import dev.annals.query.making.Kind;
import dev.annals.query.making.Making;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.ChosenSecret;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of the foreign families, refresh tokens, and keys. */
class OtherTokensIT {
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
  void a_familys_token_is_ours_to_the_byte_and_ends_with_its_session() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);
    var good = here.ask(foreign.token());
    long end =
        here.append(new SessionEnded(foreign.ref().session(), ada, EndReason.SIGNED_OUT, here.now));
    var over = here.ask(foreign.token());

    assertThat(good.verdict()).isEqualTo(Making.OURS);
    assertThat(good.kind()).isEqualTo(Kind.FOREIGN_ACCESS_TOKEN);
    assertThat(good.sentence()).contains("the same bytes again");
    assertThat(requireNonNull(good.session()).family()).isEqualTo("datarhei");
    assertThat(good.goodAt().good()).isTrue();
    assertThat(requireNonNull(over.stopped()).position()).isEqualTo(end);
    assertThat(here.ask(foreign.token(), end - 1).goodAt().good()).isTrue();
  }

  @Test
  void of_an_erased_person_a_familys_token_is_known_by_its_hash() {
    var foreign = here.foreign(ada, TokenUse.REFRESH);
    here.append(new AccountErased(ada, LOGIN, here.now));
    here.sealing.forget(ada.dataKey());

    var answer = here.ask(foreign.token());

    assertThat(answer.verdict()).isEqualTo(Making.OURS);
    assertThat(answer.kind()).isEqualTo(Kind.FOREIGN_REFRESH_TOKEN);
    assertThat(answer.sentence()).contains("erased");
    assertThat(answer.goodAt().good()).isFalse();
  }

  @Test
  void a_familys_token_that_the_log_never_issued_shows_that_others_have_the_key() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);
    var made = here.shared.sign("{\"jti\":\"" + here.uuid() + "\"}");
    var namesake = here.shared.sign("{\"jti\":\"" + foreign.jti() + "\",\"sub\":\"eve\"}");

    assertThat(here.ask(made).verdict()).isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
    assertThat(here.ask(namesake).verdict()).isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
    assertThat(here.ask(namesake).differs()).containsExactly("payload", "signature");
  }

  @Test
  void a_familys_token_under_another_key_is_forged_or_altered() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);
    var strange = SharedKey.generate();

    assertThat(here.ask(strange.sign("{\"jti\":\"" + here.uuid() + "\"}")).verdict())
        .isEqualTo(Making.FORGED);
    var copied = here.ask(strange.sign("{\"jti\":\"" + foreign.jti() + "\",\"sub\":\"ada\"}"));
    assertThat(copied.verdict()).isEqualTo(Making.ALTERED);
    assertThat(copied.differs()).containsExactly("signature");
    assertThat(copied.goodAt().good()).isFalse();
  }

  @Test
  void a_familys_token_of_a_retired_key_says_so_and_is_good_until_the_key_is_not_believed() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);
    here.later(Duration.ofMinutes(1));
    here.append(new SigningKeyRetired(here.shared.kid(), here.now.plusSeconds(60), here.now));

    var answer = here.ask(foreign.token());
    here.later(Duration.ofMinutes(2));
    var later = here.ask(foreign.token());

    assertThat(answer.verdict()).isEqualTo(Making.SIGNED_BY_RETIRED_KEY);
    assertThat(answer.goodAt().good()).isTrue();
    assertThat(later.goodAt().reason()).isEqualTo("key_retired");
    assertThat(requireNonNull(later.stopped()).position()).isNull();
  }

  @Test
  void no_flipped_bit_leaves_a_familys_token_ours() {
    var token = here.foreign(ada, TokenUse.ACCESS).token();
    var random = new Random(4);
    for (int i = 0; i < 200; i++) {
      var characters = token.toCharArray();
      int at = random.nextInt(characters.length);
      characters[at] = (char) (characters[at] ^ 1 << random.nextInt(7));
      assertThat(here.ask(new String(characters)).verdict())
          .isIn(Making.ALTERED, Making.FORGED, Making.UNREADABLE);
    }
  }

  @Test
  void a_refresh_token_of_another_installation_is_forged_and_one_never_issued_is_told_apart() {
    var pair = here.signIn(ada);
    var elsewhere =
        new RefreshTokens(InstallationSecret.generate().refreshTokens(), here.randomness());
    var session = pair.ref().session();

    assertThat(here.ask(elsewhere.mint(session, ada, 0).reveal()).verdict())
        .isEqualTo(Making.FORGED);
    assertThat(here.ask(here.refreshTokens.mint(session, ada, 0).reveal()).verdict())
        .isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
    assertThat(
            here.ask(here.refreshTokens.mint(new SessionId(here.uuid()), ada, 0).reveal())
                .verdict())
        .isEqualTo(Making.SIGNED_BUT_NEVER_ISSUED);
    var answer = here.ask(pair.refresh().reveal());
    assertThat(answer.goodAt().good()).isTrue();
    assertThat(answer.toString()).doesNotContain(pair.refresh().reveal());
  }

  @Test
  void an_api_key_tells_its_story_and_which_of_its_secrets_was_shown() {
    var key = new ApiKeyId(here.uuid());
    var first = ApiKeySecret.mint(key, here.randomness());
    var second = ApiKeySecret.mint(key, here.randomness());
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
    var secret = ApiKeySecret.mint(key, here.randomness());
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
    var secret = ApiKeySecret.mint(key, here.randomness());

    assertThat(here.ask(secret.reveal()).verdict()).isEqualTo(Making.FORGED);
    here.append(
        new ApiKeyIssued(
            key, ada, KeyKind.API_KEY, "ci", secret.hash(), Optional.empty(), here.now));
    assertThat(here.ask(ApiKeySecret.mint(key, here.randomness()).reveal()).verdict())
        .isEqualTo(Making.FORGED);
    assertThat(here.ask(secret.reveal()).verdict()).isEqualTo(Making.OURS);
  }

  @Test
  void service_and_private_tokens_are_known_by_their_secrets() {
    for (var kind : new KeyKind[] {KeyKind.SERVICE_TOKEN, KeyKind.PRIVATE_TOKEN}) {
      var secret = ChosenSecret.random(here.randomness());
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

  @Test
  void a_familys_token_is_found_by_its_id() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);

    var found = here.provenance().of(TokenQuestion.named(foreign.jti()));
    var lost = here.provenance().of(TokenQuestion.named(new TokenId(here.uuid())));

    assertThat(found.verdict()).isEqualTo(Making.ISSUED);
    assertThat(found.accountId()).isEqualTo(ada);
    assertThat(lost.verdict()).isEqualTo(Making.NEVER_ISSUED);
  }
}
