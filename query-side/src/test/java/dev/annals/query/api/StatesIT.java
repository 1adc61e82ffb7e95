package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADMIN;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.query.api.Town.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatesIT {
  private static Person person(String login) {
    return TOWN.person(login);
  }

  private static String login() {
    return "state-" + UUID.randomUUID() + "@example.com";
  }

  private static long lock(Person person) {
    return TOWN.happened(
        TOWN.by(person.account()),
        new AccountLocked(person.account(), TOWN.now()),
        "account:" + person.account());
  }

  private static Answer ask(String path) {
    SERVER.reach(TOWN.log.confirmedHead().join());
    return SERVER.get(path).by(AUDITOR).send().is(200);
  }

  @Test
  void an_account_is_shown_as_it_was_at_any_position() {
    var login = login();
    var ada = person(login);
    long locked = lock(ada);
    var path = "/v1/accounts/" + ada.account() + "?as_of=";

    var before = ask(path + (locked - 1));
    var after = ask(path + locked);

    assertThat(before.at("/status").asString()).isEqualTo("active");
    assertThat(after.at("/status").asString()).isEqualTo("locked");
    assertThat(after.at("/login").asString()).isEqualTo(login);
    assertThat(after.at("/display_name").asString()).isEqualTo("Name of " + login);
    assertThat(after.at("/password/origin").asString()).isEqualTo("registration");
    assertThat(after.at("/last_success/method").asString()).isEqualTo("password");
    assertThat(after.at("/position").asLong()).isEqualTo(locked);
  }

  @Test
  void what_is_personal_goes_for_good_when_another_process_erases_the_account() {
    var ada = person(login());
    var path = "/v1/accounts/" + ada.account();
    long known = TOWN.log.head();
    assertThat(ask(path).at("/login").asString()).isNotEmpty();

    TOWN.erase(ada);

    var answer = ask(path);
    while (!answer.at("/login").isMissingNode() && !answer.at("/login").isNull()) {
      answer = ask(path);
    }
    assertThat(answer.at("/status").asString()).isEqualTo("erased");
    assertThat(answer.text()).doesNotContain("Name of", "@example.com");
    assertThat(ask(path + "?as_of=" + known).text()).doesNotContain("Name of", "@example.com");
  }

  @Test
  void an_instant_means_what_was_before_the_next_event() {
    var ada = person(login());
    long locked = lock(ada);
    var at = TOWN.log.at(List.of(locked)).getFirst().at();
    TOWN.happened(
        TOWN.by(ada.account()),
        new AccountUnlocked(ada.account(), TOWN.now()),
        "account:" + ada.account());
    var path = "/v1/accounts/" + ada.account() + "?as_of=";

    assertThat(ask(path + at).at("/status").asString()).isEqualTo("locked");
    assertThat(ask(path + at.minusNanos(1_000)).at("/status").asString()).isEqualTo("active");
    assertThat(ask(path.replace("?as_of=", "")).at("/status").asString()).isEqualTo("active");
  }

  @Test
  void a_session_is_shown_with_its_tokens_and_how_it_ended() {
    var ada = person(login());
    long live = TOWN.log.head();
    long locked = lock(ada);
    var path = "/v1/sessions/" + ada.session() + "?as_of=";

    assertThat(ask(path + live).at("/session/status").asString()).isEqualTo("live");
    assertThat(ask(path + live).list("live_tokens")).hasSize(1);
    var over = ask(path + locked);
    assertThat(over.at("/session/status").asString()).isEqualTo("ended");
    assertThat(over.at("/session/ended/position").asLong()).isEqualTo(locked);
    assertThat(over.at("/session/address").asString()).isEqualTo(Town.ADDRESS);
    assertThat(over.list("live_tokens")).isEmpty();
    assertThat(over.list("tokens")).hasSize(1);
  }

  @Test
  void own_sessions_are_told_as_the_command_side_tells_them() {
    var ada = person(login());
    var other = TOWN.signIn(ada.account());

    var own = SERVER.get("/v1/sessions").by(other).send().is(200).list("sessions");

    assertThat(own)
        .extracting(session -> session.at("/session_id").asString())
        .containsExactly("" + ada.session(), "" + other.session());
    assertThat(own.getLast().propertyNames())
        .contains(
            "session_id", "family", "started_at", "expires_at", "address", "user_agent", "current");
    assertThat(own.getLast().at("/current").asBoolean()).isTrue();
    assertThat(own.getFirst().at("/current").asBoolean()).isFalse();
  }

  @Test
  void who_was_signed_in_is_told_in_pages() {
    var ada = person(login());
    long then = TOWN.log.head();
    var _ = lock(ada);
    var path = "/v1/sessions?limit=1&as_of=";

    var all = ask("/v1/sessions?limit=1000&as_of=" + then).list("sessions");
    assertThat(all).extracting(StatesIT::session).contains("" + ada.session());
    var first = ask(path + then);
    assertThat(session(first.list("sessions").getFirst())).isEqualTo(session(all.getFirst()));
    var second = ask(path + then + "&after=" + first.at("/next_after").asString());
    assertThat(session(second.list("sessions").getFirst())).isEqualTo(session(all.get(1)));
    var now = ask("/v1/sessions?limit=1000&as_of=" + (then + 1)).list("sessions");
    assertThat(now).extracting(StatesIT::session).doesNotContain("" + ada.session());
  }

  private static String session(JsonNode shown) {
    return shown.at("/session_id").asString();
  }

  @Test
  void sessions_of_an_account_come_in_pages_the_newest_first() {
    var ada = person(login());
    var other = TOWN.signIn(ada.account());
    var path = "/v1/accounts/" + ada.account() + "/sessions?limit=1";

    var first = ask(path);
    var second = ask(path + "&after=" + first.at("/next_after").asString());

    assertThat(session(first.list("sessions").getFirst())).isEqualTo("" + other.session());
    assertThat(session(second.list("sessions").getFirst())).isEqualTo("" + ada.session());
    assertThat(second.at("/next_after").isMissingNode()).isTrue();
  }

  @Test
  void a_diff_says_what_became_of_what() {
    var ada = person(login());
    long before = TOWN.log.head();
    TOWN.happened(
        TOWN.by(ada.account()),
        new RoleGranted(ada.account(), new Role("author"), TOWN.now()),
        "account:" + ada.account());
    long after = lock(ada);

    var diff = ask("/v1/diff?account=%s&from=%d&to=%d".formatted(ada.account(), before, after));

    assertThat(diff.list("changes"))
        .extracting(change -> change.at("/field").asString())
        .contains("roles", "locked", "state");
    var same = ask("/v1/diff?account=%s&from=%d&to=%d".formatted(ada.account(), after, after));
    assertThat(same.list("changes")).isEmpty();
  }

  @Test
  void a_projection_is_rebuilt_while_it_answers() {
    var answer = SERVER.post("/v1/projections/activity/rebuild").by(ADMIN).send().is(202);
    assertThat(answer.header("Location")).isEqualTo("/v1/projections/activity");
    var shown = SERVER.get("/v1/projections/activity").by(AUDITOR).send().is(200);
    assertThat(shown.json().propertyNames())
        .contains("name", "state", "position", "head", "lag", "rebuild");
    SERVER.get("/v1/activity").by(AUDITOR).send().is(200);
    assertThat(SERVER.get("/v1/projections").by(AUDITOR).send().list("projections")).hasSize(4);
  }
}
