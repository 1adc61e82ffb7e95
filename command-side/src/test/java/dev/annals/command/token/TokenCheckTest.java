package dev.annals.command.token;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.check.Bearer;
import dev.annals.check.ChosenSecrets;
import dev.annals.check.SigningKeys;
import dev.annals.check.TokenCheck;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.EveryStream;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.client.IssuePrivateToken;
import dev.annals.command.client.RotateApiKey;
import dev.annals.command.client.SecretChoice;
import dev.annals.command.decision.Command;
import dev.annals.command.login.RegisterAccount;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Circumstances;
import dev.annals.store.memory.MemoryLog;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.ChosenSecret;
import dev.annals.token.Recipient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCheckTest {
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final ApiKeyId PRIVATE = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);

  private final Randomness randomness = Randomness.secure(CLOCK);
  private final AxonStreams streams = EveryStream.on(new MemoryLog());
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final TokenCheck check =
      new TokenCheck(
          streams.histories(),
          new SigningKeys(streams.histories(), sealing),
          new Recipient("https://id.example", "annals"),
          CLOCK);
  private final ChosenSecrets chosen =
      new ChosenSecrets(
          InstallationSecret.generate().chosenSecrets(), randomness, streams.histories(), CLOCK);

  @BeforeEach
  void register() {
    send(new RegisterAccount(ADAS, ADA, LOGIN, Optional.empty(), VERIFIER, NOON));
  }

  @AfterEach
  void stop() {
    streams.close();
  }

  private void send(Command<?, ?> command) {
    var _ = streams.commands().send(command, Circumstances.SYSTEM);
  }

  @Test
  void only_a_key_of_our_own_api_says_who_calls() {
    var ours = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    send(new IssueApiKey(ADA, ours.key(), "gateway", ours.hash(), Optional.empty(), NOON));
    var disguised = ApiKeySecret.mint(PRIVATE, randomness);
    send(issue(disguised.hash()));

    assertThat(check.recognise(ours.reveal()))
        .contains(new Bearer.Machine(ADA, Set.of(), ours.key()));
    assertThat(check.recognise(disguised.reveal())).isEmpty();
  }

  @Test
  void only_a_key_of_the_other_kinds_is_found_by_a_uuid() {
    var secret = chosen.random();
    var disguised = chosen.random();
    send(issue(chosen.hash(secret)));
    var ours = new ApiKeyId(randomness.uuid7());
    send(new IssueApiKey(ADA, ours, "gateway", chosen.hash(disguised), Optional.empty(), NOON));

    assertThat(chosen.find(secret.reveal()))
        .hasValueSatisfying(key -> assertThat(key.key()).isEqualTo(PRIVATE));
    assertThat(chosen.find(disguised.reveal())).isEmpty();
    assertThat(chosen.find(ChosenSecret.random(randomness).reveal())).isEmpty();
    assertThat(chosen.find("no uuid")).isEmpty();
  }

  @Test
  void a_uuid_whose_time_is_over_is_not_found() {
    var first = chosen.random();
    var second = chosen.random();
    send(issue(chosen.hash(first)));
    send(new RotateApiKey(PRIVATE, chosen.hash(second), Duration.ZERO, NOON));

    assertThat(chosen.find(first.reveal())).isEmpty();
    assertThat(chosen.find(second.reveal())).isPresent();
  }

  private static IssuePrivateToken issue(SecretHash hash) {
    var choice = new SecretChoice.Id(ADA, PRIVATE, hash);
    return new IssuePrivateToken(choice, "loyalty", Optional.empty(), NOON);
  }
}
