package dev.annals.query.api;

import static dev.annals.query.api.Asked.ADMIN;
import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;
import static dev.annals.query.api.Trail.ask;
import static dev.annals.query.api.Trail.lock;
import static dev.annals.query.api.Trail.names;
import static dev.annals.query.api.Trail.person;
import static dev.annals.query.api.Trail.wrongPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.event.Actor;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTrailIT {
  @Test
  void an_entry_says_what_happened_by_whom_from_where_and_what_it_changed() {
    var ada = person();
    long position = lock(ada);

    var entry = ask("account=" + ada.account() + "&name=account.locked").list("events").getFirst();

    assertThat(entry.at("/position").asLong()).isEqualTo(position);
    assertThat(entry.at("/what").asString())
        .isEqualTo("The account was locked, which ended all its sessions.");
    assertThat(entry.at("/outcome").asString()).isEqualTo("accepted");
    assertThat(entry.at("/actor").asString()).isEqualTo("account:" + ADMIN.account());
    assertThat(entry.at("/subject").asString()).isEqualTo("" + ada.account());
    assertThat(entry.at("/target").asString()).isEqualTo("account:" + ada.account());
    assertThat(entry.at("/address").asString()).isEqualTo("198.51.100.1");
    assertThat(entry.at("/family").asString()).isEqualTo("annals");
    assertThat(entry.at("/changes").valueStream().map(JsonNode::toString))
        .contains(
            "{\"kind\":\"account\",\"id\":\"%s\",\"field\":\"locked\",\"before\":\"false\",\"after\":\"true\"}"
                .formatted(ada.account()))
        .anyMatch(change ->
            change.contains("\"after\":\"account_locked\"")
                || change.contains("ended")
                || change.contains("locked"));
  }

  @Test
  void every_filter_finds_what_fits_all_of_them() {
    var ada = person();
    wrongPassword(ada, 1);
    lock(ada);
    var about = "account=" + ada.account();

    assertThat(names(ask(about)))
        .containsExactly(
            "account.registered",
            "password.set",
            "session.started",
            "session.tokens_issued",
            "password.rejected",
            "account.locked");
    assertThat(names(ask(about + "&order=desc&limit=1&actor=account:" + ADMIN.account())))
        .containsExactly("account.locked");
    assertThat(names(ask(about + "&outcome=refused"))).containsExactly("password.rejected");
    assertThat(names(ask(about + "&actor=anonymous"))).containsExactly("password.rejected");
    assertThat(names(ask(about + "&address=203.0.113.9"))).containsExactly("password.rejected");
    assertThat(names(ask(about + "&address=::ffff:203.0.113.9")))
        .containsExactly("password.rejected");
    assertThat(names(ask("session=" + ada.session())))
        .contains("session.started", "session.tokens_issued");
    assertThat(names(ask(about + "&family=datarhei"))).isEmpty();
    var locked = ask(about + "&name=account.locked").list("events").getFirst();
    var at = locked.at("/at").asString();
    assertThat(names(ask(about + "&from=" + at + "&to=" + at))).contains("account.locked");
    assertThat(names(ask(about + "&to=" + (locked.at("/position").asLong() - 1))))
        .doesNotContain("account.locked");
  }

  @Test
  void pages_follow_each_other_and_are_not_moved_by_what_happens_meanwhile() {
    var ada = person();
    wrongPassword(ada, 1);
    wrongPassword(ada, 2);
    var seen = new ArrayList<Long>();
    Optional<Long> after = Optional.of(0L);
    while (after.isPresent()) {
      var page =
          ask("account=%s&actor=anonymous&limit=1&after=%d".formatted(ada.account(), after.get()));
      page.list("events").forEach(entry -> seen.add(entry.at("/position").asLong()));
      after =
          page.at("/next_after").isMissingNode()
              ? Optional.empty()
              : Optional.of(page.at("/next_after").asLong());
      if (seen.size() == 1) {
        wrongPassword(ada, 3);
      }
    }
    assertThat(seen).hasSize(3).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void of_the_erased_nothing_personal_is_told() {
    var ada = person();
    TOWN.erase(ada);
    TOWN.sealing.evict(ada.account().dataKey());

    var answer = ask("account=" + ada.account());

    assertThat(names(answer)).contains("account.registered", "account.erased");
    // The server's own memory of the data key is bounded in time; what it opens is not kept.
    assertThat(answer.list("events").getFirst().at("/what").asString())
        .isEqualTo("An account was registered.");
  }

  @Test
  void the_owner_sees_from_where_others_tried_but_not_where_an_administrator_sits() {
    var ada = person();
    wrongPassword(ada, 1);
    TOWN.happened(
        TOWN.by(Actor.account(ADMIN.account().value()), ada.account(), "198.51.100.1"),
        new RoleGranted(ada.account(), new Role("author"), TOWN.now()),
        "account:" + ada.account());
    SERVER.reach(TOWN.log.head());

    var history = SERVER.get("/v1/accounts/" + ada.account() + "/history").by(ada).send().is(200);

    assertThat(history.text()).contains("203.0.113.9").doesNotContain("198.51.100.1");
    assertThat(names(history)).contains("password.rejected", "account.role_granted");
  }

  @Test
  void a_history_ends_where_it_is_asked_to() {
    var ada = person();
    long locked = lock(ada);
    SERVER.reach(locked);
    var path = "/v1/accounts/" + ada.account() + "/history?as_of=";

    assertThat(names(SERVER.get(path + locked).by(AUDITOR).send())).contains("account.locked");
    assertThat(names(SERVER.get(path + (locked - 1)).by(AUDITOR).send().is(200)))
        .doesNotContain("account.locked")
        .isNotEmpty();
  }

  @Test
  void asking_is_recorded_before_the_answer_and_asking_about_oneself_is_not() {
    var ada = person();
    ask("account=" + ada.account() + "&address=203.0.113.9&outcome=refused");

    var read = ask("account=" + ada.account() + "&name=audit_trail.read").list("events").getFirst();

    assertThat(read.at("/actor").asString()).isEqualTo("account:" + AUDITOR.account());
    assertThat(read.at("/address").asString()).isNotEmpty();
    assertThat(read.at("/request_id").asString()).isNotEmpty();
    assertThat(read.at("/what").asString())
        .contains("audit.events", "outcome=refused", "one address")
        .doesNotContain("203.0.113.9", TOWN.addresses.of("203.0.113.9"));
    long before = TOWN.log.confirmedHead().join();
    SERVER.get("/v1/accounts/" + ada.account()).by(ada).send().is(200);
    SERVER.get("/v1/accounts/" + ada.account() + "/history").by(ada).send().is(200);
    SERVER.get("/v1/sessions").by(ada).send().is(200);
    assertThat(TOWN.log.confirmedHead().join()).isEqualTo(before);
  }

  @Test
  void what_happened_is_counted_by_the_hour() {
    wrongPassword(person(), 1);
    SERVER.reach(TOWN.log.head());

    var answer = SERVER.get("/v1/activity?by=outcome,family").by(AUDITOR).send().is(200);

    assertThat(answer.list("counts")).isNotEmpty();
    SERVER.get("/v1/activity?by=colour").by(AUDITOR).send().blames("by");
    SERVER.get("/v1/activity?bucket=week").by(AUDITOR).send().blames("bucket");
    SERVER.get("/v1/activity?from=7").by(AUDITOR).send().blames("from");
    SERVER.get("/v1/activity?top=101").by(AUDITOR).send().blames("top");
  }
}
