package dev.annals.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FederatedSubjectTest {
  private static final FederatedSubject ADA =
      new FederatedSubject(new Issuer("https://id.example/"), new Subject("auth0|Ädä 1"));

  @Test
  void the_sealed_text_is_issuer_line_feed_subject() {
    assertThat(ADA.text()).isEqualTo("https://id.example/\nauth0|Ädä 1");
    assertThat(FederatedSubject.parse(ADA.text())).isEqualTo(ADA);
    assertThatThrownBy(() -> FederatedSubject.parse("https://id.example/"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_does_not_show_in_a_log_line() {
    assertThat(ADA).hasToString("FederatedSubject[https://id.example/, …]");
    assertThat(ADA.subject()).hasToString("Subject[…]");
  }

  @Test
  void a_subject_is_taken_to_the_letter() {
    assertThat(new Subject("Ada")).isNotEqualTo(new Subject("ada"));
    assertThat(new Subject("x".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> new Subject("x".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "\ud800", "x\u0085"})
  void a_control_character_or_nothing_is_no_subject(String value) {
    assertThat(Subject.isValid(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "https://id.example/\n", "https://idä.example/"})
  void an_issuer_is_printable_ascii(String value) {
    assertThatThrownBy(() -> new Issuer(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_index_is_a_keyed_hash() {
    assertThat(new SubjectIndex("S".repeat(43))).hasToString("S".repeat(43));
    assertThatThrownBy(() -> new SubjectIndex("auth0|ada"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
