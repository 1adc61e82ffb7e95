package dev.annals.command.api;

import dev.annals.command.http.ForeignApi;
import dev.annals.session.Family;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Families for tests of routing, asked before the real ones of their names. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(FakeFamilies.SETTING)
class FakeFamilies {
  static final String SETTING = "test.fake-families";

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ForeignApi fakeDatarhei() {
    return new FakeFamily(new Family("datarhei"), "/fake/");
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ForeignApi fakeMainbrainer() {
    return new FakeFamily(new Family("mainbrainer"), "/fake/");
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ForeignApi fakeDatabrain() {
    return new FakeFamily(new Family("databrain"), "/fake/v2/");
  }
}
