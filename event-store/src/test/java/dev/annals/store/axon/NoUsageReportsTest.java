package dev.annals.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NoUsageReportsTest {
  @Test
  void the_part_of_axon_that_reports_usage_to_its_vendor_is_not_here() {
    var loader = Thread.currentThread().getContextClassLoader();
    assertThat(loader.getResource("org/axonframework/update")).isNull();
    assertThat(loader.getResource("org/axonframework/update/UpdateChecker.class")).isNull();
  }
}
