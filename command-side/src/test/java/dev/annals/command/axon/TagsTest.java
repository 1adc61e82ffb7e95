package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.KEY;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.SUBJECT;
import static dev.annals.command.decision.Samples.TOKEN;
import static dev.annals.command.decision.Samples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.command.decision.Samples;
import dev.annals.event.Event;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static Set<String> tags(Event event) {
    return Tags.of(event).stream()
        .map(tag -> tag.key() + ":" + tag.value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> expected(String name) {
    return switch (name) {
      case "account.registered" -> Set.of("account:" + ADA, "login:" + ADAS);
      case "account.login_changed" -> Set.of("account:" + ADA, "login:" + ADAS, "login:" + FREE);
      case "account.erased" -> Set.of("account:" + ADA, "login:" + ADAS, "erased:accounts");
      case "federated_subject.linked", "federated_subject.unlinked" ->
          Set.of("account:" + ADA, "subject:" + SUBJECT);
      case "session.started" -> Set.of("session:" + SESSION, "holder:" + ADA);
      case "session.foreign_tokens_issued" -> Set.of("session:" + SESSION, "token:" + TOKEN);
      case "api_key.issued" -> Set.of("api-key:" + KEY, "holder:" + ADA, "secret:" + hash('1'));
      case "api_key.rotated" -> Set.of("api-key:" + KEY, "secret:" + hash('2'));
      case "sign_in.refused",
          "sign_in.stranger_refused",
          "sign_in.refusals_counted",
          "audit_trail.read" ->
          Set.of();
      case "company.founded" -> Set.of("company:annals", "account:" + ADA);
      case "request.answered" -> Set.of("request:k");
      default -> Set.of(ofItsStream(name));
    };
  }

  private static String ofItsStream(String name) {
    return switch (name.substring(0, name.indexOf('.'))) {
      case "account", "password" -> "account:" + ADA;
      case "session" -> "session:" + SESSION;
      case "api_key" -> "api-key:" + KEY;
      case "signing_key" -> "signing-keys:all";
      default -> "installation:annals";
    };
  }

  @Test
  void every_event_is_found_by_those_whose_decisions_rest_on_it_and_by_nobody_else() {
    var tagged = new TreeMap<String, Set<String>>();
    var expected = new TreeMap<String, Set<String>>();
    for (var event : Samples.ALL) {
      var name = EventCatalogue.nameOf(event.getClass()).name();
      tagged.put(name, tags(event));
      expected.put(name, expected(name));
    }

    assertThat(tagged).isEqualTo(expected);
  }

  @Test
  void a_tag_is_cut_at_its_first_colon() {
    assertThat(Tags.tag("login:a:b")).isEqualTo(Tag.of("login", "a:b"));
  }
}
