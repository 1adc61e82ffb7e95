package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.store.TestPostgres;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person who is erased is forgotten; the log stays as it is. */
@ExtendWith(NothingLeaks.class)
class ErasureIT {
  @Test
  void what_was_sealed_can_be_opened_by_nobody() {
    try (var server = Server.start(TestPostgres.freshDatabase(), new SettableClock())) {
      var annals = server.annals();
      var administrator = annals.administrator();
      var person = annals.person(administrator);
      var tokens = annals.signIn(person);
      assertThat(annals.sessions(tokens.access()).text()).contains("127.0.0.1");
      var shown = show(annals, administrator, person).is(200);
      assertThat(shown.field("login")).isEqualTo(person.login());
      var log = annals.log(administrator, 0);
      var sealed = sealedLogin(log, person);
      var sealing = server.bean(Sealing.class);
      assertThat(sealing.open(sealed, "login")).contains(person.login());

      annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);
      assertThat(show(annals, administrator, person).is(200).text())
          .doesNotContain(person.login())
          .contains("\"erased\"");
      assertThat(sealing.open(sealed, "login")).isEmpty();
      assertThat(annals.log(administrator, 0).subList(0, log.size())).isEqualTo(log);
      annals
          .tell(administrator, "erase-account", "account_id", person.account())
          .isProblem(404, "account-unknown");
      for (var command : new String[] {"lock-account", "unlock-account", "revoke-all-sessions"}) {
        annals
            .tell(administrator, command, "account_id", person.account())
            .isProblem(404, "account-unknown");
      }
      annals
          .tell(administrator, "change-login", "account_id", person.account(), "login", "x")
          .isProblem(404, "account-unknown");
      var again = annals.client().post("/v1/register").bearer(administrator.access());
      assertThat(
              again
                  .fields("login", person.login(), "password", Annals.PASSWORD)
                  .send()
                  .is(201)
                  .field("account_id"))
          .isNotEqualTo(person.account());
      assertThat(new AccountId(UUID.fromString(person.account())).dataKey()).isNotNull();
    }
  }

  private static Answer show(Annals annals, Tokens administrator, Annals.Person person) {
    return annals
        .client()
        .get("/v1/accounts/" + person.account())
        .bearer(administrator.access())
        .send();
  }

  private static Sealed sealedLogin(
      java.util.List<tools.jackson.databind.JsonNode> log, Annals.Person person) {
    return log.stream()
        .map(event -> event.required("payload"))
        .filter(payload -> payload.path("account").asString("").equals(person.account()))
        .filter(payload -> payload.has("login"))
        .map(payload -> new Sealed(payload.required("login").asString()))
        .findFirst()
        .orElseThrow();
  }
}
