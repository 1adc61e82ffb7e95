package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.http.Outlets;
import dev.annals.session.Family;
import dev.annals.store.TestPostgres;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A server that is three families at once, and how one sees which of them has answered. */
final class Routed {
  static final String NOT_FOUND = "says 404 not-found -";

  private Routed() {}

  static Server start(String... more) {
    var settings = new ArrayList<String>();
    settings.add(FakeFamilies.SETTING + "=true");
    settings.add("annals.compat.databrain.enabled=true");
    settings.add("annals.compat.mainbrainer.enabled=true");
    settings.addAll(List.of(more));
    return Server.start(
        TestPostgres.freshDatabase(), new SettableClock(), settings.toArray(String[]::new));
  }

  static int port(Server server, String family) {
    return server.bean(Outlets.class).port(new Family(family)).orElseThrow();
  }

  static Client at(Server server, String family) {
    return Client.ofFamily(URI.create("http://localhost:" + port(server, family)));
  }

  static void isAt(Answer answer, String family) {
    answer.is(200);
    assertThat(answer.field("name")).isEqualTo("a b");
    assertThat(answer.field("uri")).isEqualTo("/~" + family + "/fake/v2/where/a%20b");
    assertThat(answer.field("path")).isEqualTo("/~" + family + "/fake/v2/where/a b");
    assertThat(answer.field("virtual")).isEqualTo("true");
    assertThat(answer.header("X-Family")).contains(family);
    assertThat(answer.requestId()).hasSize(36);
  }

  static void says(Answer answer, String words) {
    assertThat(answer.text()).as(answer::toString).isEqualTo(words);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.header("X-Family")).contains(words.substring(0, words.indexOf(' ')));
    assertThat(answer.requestId()).hasSize(36);
  }
}
