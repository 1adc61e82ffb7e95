package dev.annals.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.decision.Refusal.Kind;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void every_no_is_a_sentence_of_its_own() {
    assertThat(Refusal.values()).extracting(Refusal::sentence).doesNotHaveDuplicates();
    assertThat(Refusal.values())
        .allSatisfy(refusal -> assertThat(refusal.sentence()).matches("[A-Z].+\\."));
  }

  @Test
  void who_could_not_show_who_they_are_is_told_nothing_but_that() {
    assertThat(Refusal.values())
        .filteredOn(refusal -> refusal.kind() == Kind.UNAUTHENTICATED)
        .containsExactly(
            Refusal.SIGN_IN_REFUSED, Refusal.FEDERATED_SIGN_IN_REFUSED, Refusal.REFRESH_REFUSED);
  }
}
