package dev.annals.command.token;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.EveryStream;
import dev.annals.command.installation.Founding;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.session.Family;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.store.memory.MemoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignMintTest {
  private static final Family FAMILY = new Family("datarhei");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final String PAYLOAD = "{\"sub\":\"ada\"}";

  private final MemoryLog log = new MemoryLog();
  private final AxonStreams streams = EveryStream.on(log);
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final Founding founding =
      new Founding(
          streams.commands(), streams.histories(), sealing, Randomness.secure(CLOCK), CLOCK);
  private final SharedKeys keys = new SharedKeys(streams.histories(), sealing);
  private final ForeignTokens tokens =
      new ForeignTokens(keys, sealing, InstallationSecret.generate().foreignTokens());
  private final ForeignMint mint = new ForeignMint(keys, tokens);

  @BeforeEach
  void a_family_and_somebody() {
    founding.sharedKey(FAMILY, Optional.empty(), Duration.ofDays(1));
    sealing.create(ADA.dataKey());
  }

  @AfterEach
  void stop() {
    streams.close();
  }

  private ForeignMint.Minted minted() {
    var jti = new TokenId(new UUID(1, 2));
    var draft = new ForeignMint.Draft(jti, TokenUse.ACCESS, NOON, NOON.plusSeconds(600), PAYLOAD);
    return mint.mint(FAMILY, ADA, draft);
  }

  @Test
  void what_the_log_keeps_of_a_token_gives_the_same_bytes_again_though_its_key_is_retired() {
    var minted = minted();
    founding.sharedKey(FAMILY, Optional.of(SharedKey.generate()), Duration.ofDays(1));

    assertThat(minted().token()).isNotEqualTo(minted.token());
    assertThat(tokens.token(minted.grant())).contains(minted.token());
    assertThat(tokens.payload(minted.grant())).contains(PAYLOAD);
  }

  @Test
  void once_the_person_is_forgotten_nobody_makes_it_again() {
    var minted = minted();
    sealing.forget(ADA.dataKey());

    assertThat(tokens.token(minted.grant())).isEmpty();
    assertThat(tokens.payload(minted.grant())).isEmpty();
  }

  @Test
  void a_familys_secret_is_made_once_and_replaced_only_by_another() {
    var other = SharedKey.generate();
    founding.sharedKey(FAMILY, Optional.empty(), Duration.ofDays(1));
    assertThat(log.head()).isEqualTo(1);

    founding.sharedKey(FAMILY, Optional.of(other), Duration.ofDays(1));
    founding.sharedKey(FAMILY, Optional.of(other), Duration.ofDays(1));
    founding.sharedKey(FAMILY, Optional.empty(), Duration.ofDays(1));

    assertThat(log.head()).isEqualTo(3);
    assertThat(keys.active(FAMILY).hasSecretOf(other)).isTrue();
  }
}
