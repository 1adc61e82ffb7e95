package dev.annals.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountId;
import dev.annals.crypto.Base64Url;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import dev.annals.session.SessionId;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshTokensTest {
  private static final SessionId SESSION = SessionId.parse("019aa7f0-0000-7000-8000-000000000002");
  private static final AccountId ACCOUNT = AccountId.parse("019aa7f0-0000-7000-8000-000000000001");

  private final Randomness randomness = Randomness.secure(InstantSource.system());
  private final RefreshTokens tokens =
      new RefreshTokens(InstallationSecret.generate().refreshTokens(), randomness);

  @Test
  void what_was_minted_is_recognised_with_its_place_in_its_session() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      SessionId session = new SessionId(new UUID(random.nextLong(), random.nextLong()));
      AccountId account = new AccountId(new UUID(random.nextLong(), random.nextLong()));
      int generation = random.nextInt(Integer.MAX_VALUE);

      RefreshToken minted = tokens.mint(session, account, generation);
      RefreshToken read = tokens.parse(minted.reveal()).orElseThrow();

      assertThat(read.session()).isEqualTo(session).isEqualTo(minted.session());
      assertThat(read.account()).isEqualTo(account).isEqualTo(minted.account());
      assertThat(read.generation()).isEqualTo(generation).isEqualTo(minted.generation());
      assertThat(read.reveal()).isEqualTo(minted.reveal()).matches("anr_[A-Za-z0-9_-]{91}");
      assertThat(read.hash()).isEqualTo(minted.hash()).isEqualTo(SecretHash.of(read.reveal()));
    }
  }

  @Test
  void last_years_token_is_recognised() {
    Golden golden = new Golden("opaque-v1.properties");
    RefreshTokens lastYears =
        new RefreshTokens(golden.installationSecret().refreshTokens(), randomness);

    RefreshToken read = lastYears.parse(golden.text("refresh-token")).orElseThrow();

    assertThat(read.session()).isEqualTo(SESSION);
    assertThat(read.account()).isEqualTo(ACCOUNT);
    assertThat(read.generation()).isEqualTo(7);
    assertThat(read.hash()).hasToString(golden.text("refresh-token.hash"));
  }

  @Test
  void the_same_place_never_gives_the_same_token() {
    assertThat(tokens.mint(SESSION, ACCOUNT, 0).reveal())
        .isNotEqualTo(tokens.mint(SESSION, ACCOUNT, 0).reveal());
  }

  @Test
  void any_flipped_bit_is_refused() {
    String token = tokens.mint(SESSION, ACCOUNT, 1).reveal();
    byte[] bytes = Base64Url.decode(token.substring(4)).orElseThrow();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(tokens.parse("anr_" + Base64Url.encode(flipped))).isEmpty();
    }
  }

  @Test
  void any_other_spelling_is_refused() {
    String token = tokens.mint(SESSION, ACCOUNT, 1).reveal();
    for (String other :
        new String[] {
          token + "=",
          token + "A",
          " " + token,
          token + "\n",
          token.substring(0, token.length() - 1),
          token.replace("anr_", "ank_"),
          token.replace("anr_", "ANR_"),
          token.substring(4),
          "anr_" + token
        }) {
      assertThat(tokens.parse(other)).as(other).isEmpty();
    }
    assertThat(spellingsOfTheLastCharacter(token)).isEqualTo(1);
  }

  private long spellingsOfTheLastCharacter(String token) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String rest = token.substring(0, token.length() - 1);
    return alphabet.chars().filter(c -> tokens.parse(rest + (char) c).isPresent()).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anr_", "anr_AAAA", "anr_€", "\u0000", "\ud800", "' or 1=1 --"})
  void garbage_is_refused(String garbage) {
    assertThat(tokens.parse(garbage)).isEmpty();
    assertThat(tokens.parse("anr_" + "€".repeat(91))).isEmpty();
    assertThat(tokens.parse("anr_" + "A".repeat(91))).isEmpty();
    assertThat(tokens.parse("anr_" + "A".repeat(1 << 20))).isEmpty();
  }

  @Test
  void another_installations_token_is_refused() {
    RefreshTokens others =
        new RefreshTokens(InstallationSecret.generate().refreshTokens(), randomness);

    assertThat(tokens.parse(others.mint(SESSION, ACCOUNT, 0).reveal())).isEmpty();
  }

  @Test
  void a_negative_generation_is_refused() {
    assertThatThrownBy(() -> tokens.mint(SESSION, ACCOUNT, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_token_does_not_show() {
    RefreshToken token = tokens.mint(SESSION, ACCOUNT, 3);

    assertThat(token)
        .hasToString("RefreshToken[session=019aa7f0-0000-7000-8000-000000000002, generation=3]");
  }
}
