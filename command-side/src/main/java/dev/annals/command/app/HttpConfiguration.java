package dev.annals.command.app;

import dev.annals.address.ClientAddress;
import dev.annals.address.Network;
import dev.annals.check.TokenCheck;
import dev.annals.command.decision.Commands;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Surroundings;
import dev.annals.command.http.CallerResolver;
import dev.annals.command.http.ExchangeFilter;
import dev.annals.command.http.Exchanges;
import dev.annals.command.http.Limits;
import dev.annals.command.http.Outlets;
import dev.annals.command.http.ProblemValve;
import dev.annals.command.http.RequestTimes;
import dev.annals.command.http.Shortcut;
import dev.annals.command.http.ShortcutFilter;
import dev.annals.command.http.StrictJson;
import dev.annals.command.token.TokenCallers;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.event.AddressIndex;
import dev.annals.history.Histories;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How HTTP is spoken. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return StrictJson::configure;
  }

  @Bean
  AddressIndex addressIndex(InstallationSecret secret) {
    return new AddressIndex(secret.addresses());
  }

  @Bean
  Surroundings surroundings(Sealing sealing, AddressIndex index, InstantSource clock) {
    return new Surroundings(sealing, index, clock);
  }

  @Bean
  Memory memory(
      InstallationSecret secret,
      Sealing sealing,
      JsonMapper json,
      Histories histories,
      InstantSource clock) {
    return new Memory(secret.requests(), secret.answers(), sealing, json, histories, clock);
  }

  @Bean
  Desk desk(Commands commands, Surroundings surroundings, Memory memory) {
    return new Desk(commands, surroundings, memory);
  }

  @Bean
  ClientAddress clientAddress(Settings settings) {
    var trusted = settings.proxies().trusted().stream().map(Network::parse).toList();
    return new ClientAddress(trusted, settings.proxies().header());
  }

  @Bean
  Exchanges exchanges(ClientAddress addresses) {
    return new Exchanges(addresses);
  }

  @Bean
  CallerResolver callerResolver(Exchanges exchanges, TokenCheck check, Memory memory) {
    return new CallerResolver(exchanges, new TokenCallers(check), memory);
  }

  @Bean
  WebMvcConfigurer callers(CallerResolver callers) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
      }

      // A command that has happened is answered, whatever the caller would rather read.
      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        var _ = negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
      }
    };
  }

  @Bean
  FilterRegistrationBean<ExchangeFilter> exchangeFilter(
      Randomness randomness,
      Outlets outlets,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var registration =
        new FilterRegistrationBean<>(
            new ExchangeFilter(randomness, Limits.USUAL, outlets, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<ShortcutFilter> shortcutFilter(
      List<Shortcut> shortcuts,
      CallerResolver callers,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      JsonMapper json) {
    var registration =
        new FilterRegistrationBean<>(new ShortcutFilter(shortcuts, callers, problems, json));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  @Bean
  FilterRegistrationBean<RequestTimes> requestTimes(MeterRegistry registry) {
    var registration = new FilterRegistrationBean<>(new RequestTimes(registry));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** What it would keep for a thread, Spring MVC keeps as well. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    var registration = new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setEnabled(false);
    return registration;
  }

  /** Tomcat's own words are HTML; the valve that says ours replaces the one that says those. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(
      Randomness randomness, JsonMapper json) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.getPipeline().addValve(new ProblemValve(randomness, json));
            host.setErrorReportValveClass(ProblemValve.class.getName());
          }
        });
  }
}
