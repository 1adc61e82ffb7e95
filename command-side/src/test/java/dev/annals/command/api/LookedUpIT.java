package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no other test asks for, so that these answers too are held to their description. */
@ExtendWith(NothingLeaks.class)
class LookedUpIT {
  private final Annals annals = Servers.usual().annals();

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/openapi.yaml", "/problems", "/problems/login-taken"})
  void the_interface_is_described_by_itself(String path) {
    annals.client().get(path).send().is(200);
    annals.client().get("/problems/no-such").send().isProblem(404, "not-found");
  }

  @Test
  void an_account_has_its_name_and_every_status() {
    var admin = annals.administrator();
    var account =
        annals
            .tell(
                admin,
                "register",
                "login",
                Annals.newLogin(),
                "password",
                Annals.PASSWORD,
                "display_name",
                "Ada")
            .is(201)
            .field("account_id");

    assertThat(found(admin, account).field("display_name")).isEqualTo("Ada");
    annals.tell(admin, "lock-account", "account_id", account).is(204);
    assertThat(found(admin, account).field("status")).isEqualTo("locked");
    annals.tell(admin, "disable-account", "account_id", account).is(204);
    assertThat(found(admin, account).field("status")).isEqualTo("disabled");
  }

  private Answer found(Tokens by, String account) {
    return annals.client().get("/v1/accounts/" + account).bearer(by.access()).send().is(200);
  }
}
