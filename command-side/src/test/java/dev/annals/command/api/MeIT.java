package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that holds a token and nothing else is told whose it is, as long as it is good. */
@ExtendWith(NothingLeaks.class)
class MeIT {
  private final Annals annals = Servers.usual().annals();
  private Tokens administrator;
  private Annals.Person person;
  private Tokens tokens;

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    person = annals.person(administrator);
    tokens = annals.signIn(person);
  }

  private Answer me(@Nullable String bearer) {
    return annals.client().get("/v1/me").bearer(bearer).send();
  }

  @Test
  void a_token_is_told_its_account_and_session() {
    var me = me(tokens.access()).is(200);

    assertThat(me.field("account_id")).isEqualTo(person.account());
    assertThat(me.field("session_id")).isEqualTo(tokens.session());
    assertThat(me.field("login")).isEqualTo(person.login());
    assertThat(me.json().required("roles")).isEmpty();
    assertThat(me.json().has("api_key_id")).isFalse();
  }

  @Test
  void roles_and_logins_are_those_of_now() {
    var login = Annals.newLogin();
    var _ =
        annals.tell(administrator, "grant-role", "account_id", person.account(), "role", "auditor");
    var _ =
        annals.tell(administrator, "change-login", "account_id", person.account(), "login", login);

    var me = me(tokens.access()).is(200);
    assertThat(me.json().required("roles").get(0).asString()).isEqualTo("auditor");
    assertThat(me.field("login")).isEqualTo(login);
  }

  @Test
  void an_api_key_is_told_its_account_and_itself() {
    var issued = annals.tell(tokens, "issue-api-key", "name", "gateway").is(201);

    var me = me(issued.field("api_key")).is(200);
    assertThat(me.field("account_id")).isEqualTo(person.account());
    assertThat(me.field("api_key_id")).isEqualTo(issued.field("api_key_id"));
    assertThat(me.json().has("session_id")).isFalse();
  }

  @Test
  void nobody_is_told_anything_without_a_good_one() {
    me(null).is(401);
    me("nonsense").is(401);
    annals.tell(tokens, "sign-out").is(204);
    me(tokens.access()).is(401);
  }
}
