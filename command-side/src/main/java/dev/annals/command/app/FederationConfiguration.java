package dev.annals.command.app;

import dev.annals.command.app.Settings.Federation;
import dev.annals.command.decision.Commands;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Surroundings;
import dev.annals.command.federation.FederatedSignIn;
import dev.annals.command.federation.FederatedSubjects;
import dev.annals.command.federation.FederatedTokens;
import dev.annals.command.federation.SubjectRegistrar;
import dev.annals.command.federation.TrustedIssuer;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.Logins;
import dev.annals.command.gate.Vault;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.history.Histories;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose tokens are taken beside our own. */
@Configuration(proxyBeanMethods = false)
class FederationConfiguration {
  @Bean
  FederatedTokens federatedTokens(Settings settings, InstantSource clock) {
    var federation = settings.federation();
    try {
      return new FederatedTokens(trusted(federation), federation.refetchFloor(), clock);
    } catch (IllegalArgumentException e) {
      throw new BadStart("annals.federation.issuers: " + e.getMessage());
    }
  }

  private static List<TrustedIssuer> trusted(Federation federation) {
    var trusted = new ArrayList<TrustedIssuer>();
    for (var issuer : federation.issuers()) {
      try {
        trusted.add(issuer.trusted());
      } catch (IllegalArgumentException e) {
        throw new BadStart(
            "annals.federation.issuers[%d].%s".formatted(trusted.size(), e.getMessage()));
      }
    }
    return trusted;
  }

  @Bean
  SubjectRegistrar subjectRegistrar(
      InstallationSecret secret, Logins logins, Vault vault, InstantSource clock) {
    return new SubjectRegistrar(secret.federatedSubjects(), logins, vault, clock);
  }

  @Bean
  FederatedSubjects federatedSubjects(
      SubjectRegistrar registrar, Histories histories, Commands commands) {
    return new FederatedSubjects(registrar, histories, commands);
  }

  @Bean
  FederatedSignIn federatedSignIn(
      Door door,
      FederatedTokens tokens,
      FederatedSubjects subjects,
      Histories histories,
      Desk desk,
      Surroundings surroundings,
      Randomness randomness,
      InstantSource clock) {
    return new FederatedSignIn(
        new FederatedSignIn.Parts(
            door, tokens, subjects, histories, desk, surroundings, randomness, clock));
  }
}
