package dev.annals.command.compat.databrain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin@company.com",
        "a@b.c",
        "a.b+c@d-e.f.example",
        "o'neil@company.com",
        "ÄDA@engines.example",
        "ada@xn--mller-kva.example",
        "ada@müller.example"
      })
  void an_address_with_two_domain_segments_is_one(String text) {
    assertThat(Email.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin",
        "@",
        "@company.com",
        "admin@",
        "admin@company",
        "admin@company.",
        "admin@.com",
        "admin@company..com",
        "admin@-company.com",
        "admin@company-.com",
        "admin@company.com-",
        "admin@@company.com",
        "a@b@company.com",
        ".admin@company.com",
        "admin.@company.com",
        "ad..min@company.com",
        "ad min@company.com",
        "admin@company.com\n",
        "\"admin\"@company.com",
        "<admin@company.com>",
        "admin@company,com",
        "admin@[127.0.0.1]"
      })
  void anything_else_is_not(String text) {
    assertThat(Email.isOne(text)).isFalse();
  }

  @Test
  void what_is_too_long_for_a_login_is_not() {
    assertThat(Email.isOne("a".repeat(64) + "@company.com")).isTrue();
    assertThat(Email.isOne("a".repeat(65) + "@company.com")).isFalse();
    assertThat(Email.isOne("a@" + "b".repeat(250) + ".c")).isFalse();
    assertThat(Email.isOne("a.".repeat(100_000))).isFalse();
  }

  @Test
  void a_domain_is_told_as_it_is_known_here() {
    assertThat(Email.domain("ada@ＧMAIL.com")).isEqualTo("gmail.com");
  }
}
