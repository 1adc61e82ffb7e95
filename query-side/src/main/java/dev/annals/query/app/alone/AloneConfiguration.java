package dev.annals.query.app.alone;

import dev.annals.address.ClientAddress;
import dev.annals.address.Network;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.query.http.Askers;
import dev.annals.query.http.TokenAskers;
import dev.annals.query.recording.Addresses;
import dev.annals.query.who.Founded;
import dev.annals.query.who.Tokens;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import dev.annals.token.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What the command side brings along where both run together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AloneSettings.class)
class AloneConfiguration {
  /** Microseconds are what the log keeps. */
  @Bean
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Bean
  Randomness randomness(InstantSource clock) {
    return Randomness.secure(clock);
  }

  @Bean
  JsonMapperBuilderCustomizer snakeCase() {
    return json ->
        json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE);
  }

  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<RequestIds> requestIds(
      Randomness randomness,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var registration = new FilterRegistrationBean<>(new RequestIds(randomness, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Tomcat's own words are HTML; the valve that says ours replaces the one that says those. */
  @Bean
  @ConditionalOnWebApplication
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalValve(
      Randomness randomness, JsonMapper json) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.getPipeline().addValve(new RefusalValve(randomness, json));
            host.setErrorReportValveClass(RefusalValve.class.getName());
          }
        });
  }

  /** Told at once if the key is the wrong one, as far as there is an installation yet. */
  @Bean
  Tokens tokens(
      @Qualifier("askedLog") LogReading log,
      Sealing sealing,
      AloneSettings settings,
      InstantSource clock) {
    var recipient = new Recipient(settings.tokens().issuer(), settings.tokens().audience());
    var histories = Tokens.histories(log, settings.statesInMemory());
    var tokens = new Tokens(histories, sealing, recipient, clock);
    var _ = tokens.founded();
    return tokens;
  }

  @Bean
  Askers askers(Tokens tokens) {
    return new TokenAskers(tokens.check());
  }

  /** Before there is an installation there is nobody who could ask. */
  @Bean
  Addresses addresses(Tokens tokens) {
    return () ->
        tokens
            .founded()
            .map(Founded::addresses)
            .orElseThrow(() -> LogUnavailable.nothingWritten("it has not been founded", null));
  }

  @Bean
  ClientAddress clientAddress(AloneSettings settings) {
    var trusted = settings.proxies().trusted().stream().map(Network::parse).toList();
    return new ClientAddress(trusted, settings.proxies().header());
  }
}
