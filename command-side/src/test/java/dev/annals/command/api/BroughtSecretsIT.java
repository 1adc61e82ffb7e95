package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Administrators bring the UUIDs that clients use already; nobody else, and no UUID twice. */
@ExtendWith(NothingLeaks.class)
class BroughtSecretsIT {
  private final Annals annals = Servers.usual().annals();
  private Tokens administrator;
  private String gateway;
  private Annals.Person person;
  private Tokens owner;

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    person = annals.person(administrator);
    owner = annals.signIn(person);
  }

  private Answer bring(String kind, String secret) {
    return bring(person, kind, secret);
  }

  private Answer bring(Annals.Person to, String kind, String secret) {
    return annals
        .client()
        .post("/v1/issue-api-key")
        .bearer(administrator.access())
        .fields("account_id", to.account(), "name", "brought", "kind", kind, "secret", secret)
        .send();
  }

  private boolean isActive(String token) {
    return annals.introspect(gateway, token).required("active").asBoolean();
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  @Test
  void an_administrator_brings_what_a_client_has_already() {
    for (var kind : new String[] {"private_token", "service_token"}) {
      var secret = uuid();
      var brought = bring(kind, secret.toUpperCase(Locale.ROOT)).is(201);
      assertThat(brought.field("api_key")).isEqualTo(secret);
      assertThat(annals.introspect(gateway, secret).required("sub").asString())
          .isEqualTo(person.account());
    }
  }

  @Test
  void nobody_else_does() {
    annals
        .tell(owner, "issue-api-key", "name", "loyalty", "kind", "private_token", "secret", uuid())
        .isProblem(403, "role-required");
  }

  @Test
  void a_key_of_our_own_api_is_not_chosen() {
    bring("api_key", uuid()).blames("secret");
    annals
        .tell(administrator, "issue-api-key", "name", "loyalty", "secret", uuid())
        .blames("secret");
  }

  @Test
  void the_same_service_token_again_changes_nothing() {
    var secret = uuid();
    bring("service_token", secret).is(201).isPositioned();
    var again = bring("service_token", secret).is(201);
    assertThat(again.field("api_key")).isEqualTo(secret);
    assertThat(again.header("Annals-Position")).isEmpty();
  }

  @Test
  void a_secret_that_anybody_ever_had_is_refused_and_nobody_learns_whose() {
    var secret = uuid();
    bring("service_token", secret).is(201);
    var stranger = annals.person(administrator);
    var refused = bring(stranger, "service_token", secret);
    refused.isProblem(409, "secret-used");
    assertThat(refused.text()).doesNotContain(person.account(), secret);
    bring("private_token", secret).isProblem(409, "secret-used");

    bring("service_token", uuid()).is(201);
    assertThat(isActive(secret)).isFalse();
    bring("service_token", secret).isProblem(409, "secret-used");
  }

  @Test
  void an_account_out_of_use_gets_none() {
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    bring("private_token", uuid()).isProblem(409, "account-not-usable");
    bring("service_token", uuid()).isProblem(409, "account-not-usable");
  }

  @Test
  void nor_does_one_that_was_erased_or_never_was() {
    annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);
    bring("private_token", uuid()).isProblem(404, "account-unknown");
    var nobody = new Annals.Person(uuid(), "nobody", "no password");
    bring(nobody, "service_token", uuid()).isProblem(404, "account-unknown");
  }
}
