package dev.annals.query.app;

import dev.annals.address.ClientAddress;
import dev.annals.crypto.Sealing;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.asof.Freshness;
import dev.annals.query.audit.AuditEntries;
import dev.annals.query.audit.Moments;
import dev.annals.query.diff.ViewedChanges;
import dev.annals.query.http.Askers;
import dev.annals.query.http.EnquiryResolver;
import dev.annals.query.http.Reception;
import dev.annals.query.trail.AuditIndex;
import dev.annals.query.trail.AuditTrail;
import dev.annals.query.trail.StreamLimits;
import dev.annals.query.trail.Trail;
import dev.annals.query.upkeep.Views;
import dev.annals.store.LogReading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How questions are asked. It needs the views, the log they are read from (the bean {@code
 * askedLog}), who may ask, where clients are, and the record of questions.
 */
@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {
  @Bean
  Freshness freshness(Views views) {
    return new Freshness(views.waiting());
  }

  @Bean
  Trail trail(Views views) {
    return new AuditIndex(views);
  }

  @Bean
  AsOfs asOfs(
      @Qualifier("askedLog") LogReading log,
      Views views,
      Freshness freshness,
      InstantSource clock) {
    var moments = new Moments(views);
    return new AsOfs(
        log,
        moments::positionAt,
        position -> moments.reachedAt(position).orElse(Instant.EPOCH),
        freshness,
        clock);
  }

  @Bean
  AuditTrail auditTrail(
      @Qualifier("askedLog") LogReading log, Trail trail, ViewedChanges changes, Sealing sealing) {
    return new AuditTrail(trail, new AuditEntries(log, changes, sealing));
  }

  @Bean
  ViewedChanges viewedChanges(Views views, Freshness freshness, Sealing sealing) {
    return new ViewedChanges(views, freshness, sealing);
  }

  @Bean
  StreamLimits streamLimits() {
    return StreamLimits.USUAL;
  }

  @Bean
  WebMvcConfigurer reception(Askers askers, ClientAddress addresses, Freshness freshness) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        var _ = registry.addInterceptor(new Reception(askers, addresses, freshness));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new EnquiryResolver());
      }
    };
  }
}
