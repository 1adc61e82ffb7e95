package dev.annals.query.app;

import dev.annals.catalogue.EventCodec;
import dev.annals.check.SharedKeys;
import dev.annals.check.SigningKeys;
import dev.annals.crypto.Sealing;
import dev.annals.query.forensics.Provenance;
import dev.annals.query.making.Judges;
import dev.annals.query.making.ViewedTokens;
import dev.annals.query.upkeep.Views;
import dev.annals.query.whatif.SignInHistory;
import dev.annals.query.who.Founded;
import dev.annals.query.who.Tokens;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the past is asked with: about tokens, and about policies that were not. */
@Configuration(proxyBeanMethods = false)
class ForensicsConfiguration {
  private static final long STATES_IN_MEMORY = 10_000;

  @Bean
  SignInHistory signInHistory(@Qualifier("askedLog") LogReading log) {
    return new SignInHistory(log, new EventCodec());
  }

  @Bean
  Provenance provenance(
      @Qualifier("askedLog") LogReading log,
      Tokens tokens,
      Views views,
      Sealing sealing,
      InstantSource clock) {
    var histories = Tokens.histories(log, STATES_IN_MEMORY);
    var signing = new SigningKeys(histories, sealing);
    var shared = new SharedKeys(histories, sealing);
    var finder = new ViewedTokens(views);
    Function<Founded, Judges> judges =
        founded ->
            new Judges(
                new Judges.Parts(
                    histories,
                    signing,
                    shared,
                    founded.foreign(),
                    founded.tokens().refresh(),
                    founded.tokens().chosen(),
                    finder));
    return new Provenance(
        new Provenance.Parts(
            histories,
            () -> tokens.founded().map(judges).orElseThrow(ForensicsConfiguration::unfounded),
            sealing,
            tokens.check().recipient(),
            clock));
  }

  private static LogUnavailable unfounded() {
    return LogUnavailable.nothingWritten("it has not been founded", null);
  }
}
