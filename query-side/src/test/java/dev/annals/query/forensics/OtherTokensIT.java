package dev.annals.query.forensics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
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
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of the foreign families, and refresh tokens of elsewhere. */
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
        new RefreshTokens(InstallationSecret.generate().refreshTokens(), here.randomness);
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
  void a_familys_token_is_found_by_its_id() {
    var foreign = here.foreign(ada, TokenUse.ACCESS);

    var found = here.ask(foreign.jti());
    var lost = here.ask(new TokenId(here.uuid()));

    assertThat(found.verdict()).isEqualTo(Making.ISSUED);
    assertThat(found.accountId()).isEqualTo(ada);
    assertThat(lost.verdict()).isEqualTo(Making.NEVER_ISSUED);
  }
}
