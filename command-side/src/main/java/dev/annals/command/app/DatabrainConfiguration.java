package dev.annals.command.app;

import dev.annals.check.ChosenSecrets;
import dev.annals.check.ForeignCheck;
import dev.annals.command.compat.databrain.AdminJwt;
import dev.annals.command.compat.databrain.DatabrainApi;
import dev.annals.command.compat.databrain.DatabrainIssuer;
import dev.annals.command.compat.databrain.DatabrainSettings;
import dev.annals.command.compat.databrain.ServiceTokenRotation;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Memory;
import dev.annals.command.gate.CompanySignUp;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.Logins;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Vault;
import dev.annals.command.token.ForeignMint;
import dev.annals.crypto.Randomness;
import dev.annals.history.Histories;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Databrain's family. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("annals.compat.databrain.enabled")
class DatabrainConfiguration {
  @Bean
  DatabrainApi databrainApi(DatabrainSettings settings) {
    return new DatabrainApi(settings);
  }

  @Bean
  DatabrainIssuer databrainIssuer(
      ForeignMint mint, DatabrainSettings settings, Randomness randomness) {
    return new DatabrainIssuer(mint, settings, randomness::uuid4);
  }

  @Bean
  AdminJwt adminJwt(ForeignCheck check, Memory memory) {
    return new AdminJwt(check, memory);
  }

  @Bean
  ServiceTokenRotation serviceTokenRotation(
      ChosenSecrets secrets,
      Histories histories,
      Door door,
      Desk desk,
      Memory memory,
      InstantSource clock) {
    return new ServiceTokenRotation(
        new ServiceTokenRotation.Parts(secrets, histories, door, desk, memory, clock));
  }

  @Bean
  CompanySignUp companySignUp(
      Door door,
      Logins logins,
      Registrar registrar,
      Vault vault,
      Desk desk,
      Memory memory,
      Histories histories,
      Randomness randomness) {
    return new CompanySignUp(
        new CompanySignUp.Parts(
            door, logins, registrar, vault, desk, memory, histories, randomness));
  }
}
