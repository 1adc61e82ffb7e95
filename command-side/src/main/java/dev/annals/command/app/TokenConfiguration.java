package dev.annals.command.app;

import dev.annals.check.ChosenSecrets;
import dev.annals.check.EveryToken;
import dev.annals.check.ForeignCheck;
import dev.annals.check.ForeignTokens;
import dev.annals.check.Introspection;
import dev.annals.check.SharedKeys;
import dev.annals.check.SigningKeys;
import dev.annals.check.TokenCheck;
import dev.annals.command.session.Terms;
import dev.annals.command.token.ForeignMint;
import dev.annals.command.token.TokenMint;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.history.Histories;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshTokens;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Issuing and checking tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
  @Bean
  Terms.Issuing issuing(Settings settings) {
    var tokens = settings.tokens();
    return new Terms.Issuing(
        tokens.issuer(),
        tokens.audience(),
        "annals",
        tokens.accessLifetime(),
        tokens.refreshLifetime(),
        tokens.sessionLifetime());
  }

  @Bean
  SigningKeys signingKeys(Histories histories, Sealing sealing) {
    return new SigningKeys(histories, sealing);
  }

  @Bean
  RefreshTokens refreshTokens(InstallationSecret secret, Randomness randomness) {
    return new RefreshTokens(secret.refreshTokens(), randomness);
  }

  @Bean
  TokenMint tokenMint(
      SigningKeys keys, RefreshTokens refreshTokens, Terms.Issuing issuing, Randomness randomness) {
    return new TokenMint(keys, refreshTokens, issuing, randomness);
  }

  @Bean
  TokenCheck tokenCheck(
      Histories histories, SigningKeys keys, Terms.Issuing issuing, InstantSource clock) {
    var recipient = new Recipient(issuing.issuer(), issuing.audience());
    return new TokenCheck(histories, keys, recipient, clock);
  }

  @Bean
  SharedKeys sharedKeys(Histories histories, Sealing sealing) {
    return new SharedKeys(histories, sealing);
  }

  @Bean
  ForeignTokens foreignTokens(SharedKeys keys, Sealing sealing, InstallationSecret secret) {
    return new ForeignTokens(keys, sealing, secret.foreignTokens());
  }

  @Bean
  ForeignMint foreignMint(SharedKeys keys, ForeignTokens tokens) {
    return new ForeignMint(keys, tokens);
  }

  @Bean
  ForeignCheck foreignCheck(
      Histories histories, SharedKeys keys, ForeignTokens tokens, InstantSource clock) {
    return new ForeignCheck(histories, keys, tokens, clock);
  }

  @Bean
  ChosenSecrets chosenSecrets(
      InstallationSecret secret, Randomness randomness, Histories histories, InstantSource clock) {
    return new ChosenSecrets(secret.chosenSecrets(), randomness, histories, clock);
  }

  @Bean
  EveryToken everyToken(
      TokenCheck own, RefreshTokens refresh, ForeignCheck foreign, ChosenSecrets chosen) {
    return new EveryToken(own, refresh, foreign, chosen);
  }

  /** Nobody asks who was not recognised first, and then the log has told how far it goes. */
  @Bean
  Introspection introspection(EveryToken tokens, Histories histories, InstantSource clock) {
    var recently = histories.recently();
    return new Introspection(tokens.in(recently), recently, clock);
  }
}
