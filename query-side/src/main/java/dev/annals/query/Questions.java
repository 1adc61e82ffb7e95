package dev.annals.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * What answers questions, alone or beside the command side. Rooms that hold something for Spring
 * are named one by one, since a start would read every class of the others.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
    basePackages = {
      "dev.annals.query.account",
      "dev.annals.query.activity",
      "dev.annals.query.app",
      "dev.annals.query.diff",
      "dev.annals.query.forensics",
      "dev.annals.query.http",
      "dev.annals.query.projection",
      "dev.annals.query.session",
      "dev.annals.query.trail",
      "dev.annals.query.who"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "dev\\.annals\\.query\\.app\\.alone\\..*"))
public class Questions {}
