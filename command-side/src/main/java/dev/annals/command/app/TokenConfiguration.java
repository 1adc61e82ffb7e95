package dev.annals.command.app;

import dev.annals.command.decision.Histories;
import dev.annals.command.session.Terms;
import dev.annals.command.token.ChosenSecrets;
import dev.annals.command.token.EveryToken;
import dev.annals.command.token.ForeignCheck;
import dev.annals.command.token.ForeignMint;
import dev.annals.command.token.Introspection;
import dev.annals.command.token.SharedKeys;
import dev.annals.command.token.SigningKeys;
import dev.annals.command.token.TokenCheck;
import dev.annals.command.token.TokenMint;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
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
  ForeignMint foreignMint(SharedKeys keys, Sealing sealing, InstallationSecret secret) {
    return new ForeignMint(keys, sealing, secret.foreignTokens());
  }

  @Bean
  ForeignCheck foreignCheck(
      Histories histories, SharedKeys keys, InstallationSecret secret, InstantSource clock) {
    return new ForeignCheck(histories, keys, secret.foreignTokens(), clock);
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

  @Bean
  Introspection introspection(EveryToken tokens, Histories histories, InstantSource clock) {
    return new Introspection(tokens, histories, clock);
  }
}
