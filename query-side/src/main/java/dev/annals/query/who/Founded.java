package dev.annals.query.who;

import dev.annals.check.ChosenSecrets;
import dev.annals.check.EveryToken;
import dev.annals.check.ForeignCheck;
import dev.annals.check.ForeignTokens;
import dev.annals.check.Introspection;
import dev.annals.check.SharedKeys;
import dev.annals.check.TokenCheck;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.event.AddressIndex;
import dev.annals.history.Histories;
import dev.annals.token.RefreshTokens;
import java.time.InstantSource;

/**
 * What only those know who know the installation's secret.
 *
 * @param tokens tells every kind of token
 * @param foreign makes a foreign family's tokens again
 * @param addresses finds the events from one address
 */
public record Founded(
    EveryToken tokens, ForeignTokens foreign, Introspection introspection, AddressIndex addresses) {

  record Surroundings(
      TokenCheck check, Histories histories, Sealing sealing, InstantSource clock) {}

  static Founded with(InstallationSecret secret, Surroundings around) {
    var histories = around.histories();
    var clock = around.clock();
    // Of use for minting alone, which is not done here.
    var randomness = Randomness.secure(clock);
    var shared = new SharedKeys(histories, around.sealing());
    var foreign = new ForeignTokens(shared, around.sealing(), secret.foreignTokens());
    var tokens =
        new EveryToken(
            around.check(),
            new RefreshTokens(secret.refreshTokens(), randomness),
            new ForeignCheck(histories, shared, foreign, clock),
            new ChosenSecrets(secret.chosenSecrets(), randomness, histories, clock));
    return new Founded(
        tokens,
        foreign,
        new Introspection(tokens, histories, clock),
        new AddressIndex(secret.addresses()));
  }
}
