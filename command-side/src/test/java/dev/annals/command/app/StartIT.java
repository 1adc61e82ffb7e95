package dev.annals.command.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.command.api.NothingLeaks;
import dev.annals.command.api.Output;
import dev.annals.command.api.Server;
import dev.annals.command.api.SettableClock;
import dev.annals.store.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A start that cannot be a good one stops, and says why in words. */
@ExtendWith(NothingLeaks.class)
class StartIT {
  private static final String OTHER_KEK = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

  private static String outputOfAStartWith(Map<String, String> settings) {
    long before = Output.length();
    assertThatThrownBy(() -> Server.run(settings, new SettableClock()))
        .isInstanceOf(Exception.class);
    var output = Output.after(before);
    assertThat(output).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
    assertThat(output).doesNotContain(Server.KEK, OTHER_KEK);
    return output;
  }

  @Test
  void with_another_key_it_says_that_the_key_is_another() {
    var database = TestPostgres.freshDatabase();
    Server.start(database, new SettableClock()).close();
    var other = Server.settings(database, "annals.kek=" + OTHER_KEK);
    assertThat(outputOfAStartWith(other)).contains("The key-encryption key is not this log's");
    Server.start(database, new SettableClock()).close();
  }

  @Test
  void without_a_key_it_asks_for_one() {
    var settings = Server.settings(TestPostgres.freshDatabase());
    settings.remove("annals.kek");
    assertThat(outputOfAStartWith(settings)).contains("There is no key-encryption key");
  }

  @Test
  void with_something_that_is_no_key_it_says_so() {
    for (var bad : new String[] {"c2hvcnQ=", "not base64 at all", "x"}) {
      var settings = Server.settings(TestPostgres.freshDatabase(), "annals.kek=" + bad);
      assertThat(outputOfAStartWith(settings)).contains("annals.kek:");
    }
  }

  @Test
  void with_a_key_file_that_is_not_there_it_says_so() {
    var settings =
        Server.settings(TestPostgres.freshDatabase(), "annals.kek-file=target/no-such-file");
    settings.remove("annals.kek");
    assertThat(outputOfAStartWith(settings)).contains("annals.kek-file cannot be read");
  }

  @Test
  void with_a_first_password_that_the_policy_refuses_it_says_so() {
    var settings =
        Server.settings(TestPostgres.freshDatabase(), "annals.administrator.password=too short");
    assertThat(outputOfAStartWith(settings)).contains("password");
  }

  @Test
  void with_a_family_at_a_place_that_is_none_it_says_so() {
    for (var bad : new String[] {"prefix=/x/", "prefix=x", "prefix=/~x", "port=65536"}) {
      var settings =
          Server.settings(
              TestPostgres.freshDatabase(),
              "test.fake-families=true",
              "annals.compat.databrain.enabled=true",
              "annals.compat.databrain." + bad);
      var name = bad.substring(0, bad.indexOf('='));
      assertThat(outputOfAStartWith(settings))
          .contains("annals.compat.databrain." + name + " must");
    }
  }

  @Test
  void with_an_issuer_that_cannot_be_trusted_it_says_which_and_why() {
    var issuer = "annals.federation.issuers[0].";
    for (var bad :
        new String[][] {
          {"audience=a", "domain: must be a host name, unless issuer is set"},
          {"domain=id.example/x", "domain: must be a host name, unless issuer is set"},
          {"domain=id.example", "audience: must be set"},
          {"issuer=http://id.example/", "issuer: must begin with https://"},
          {"issuer=https://id example/", "issuer: has a value that cannot be meant"}
        }) {
      var settings = Server.settings(TestPostgres.freshDatabase(), issuer + bad[0]);
      assertThat(outputOfAStartWith(settings)).contains(issuer + bad[1]);
    }
  }
}
