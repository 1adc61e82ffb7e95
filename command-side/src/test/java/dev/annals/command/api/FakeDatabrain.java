package dev.annals.command.api;

import dev.annals.command.http.ForeignApi;
import dev.annals.session.Family;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A family at the place that Databrain has in the middle of a Core's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("test.fake-databrain")
class FakeDatabrain {
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ForeignApi fakeDatabrainInACore() {
    return new FakeFamily(new Family("databrain"), "/api/v2/");
  }
}
