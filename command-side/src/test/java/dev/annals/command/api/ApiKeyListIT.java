package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Owners see which keys they were given, administrators those of anybody, and nobody a secret. */
@ExtendWith(NothingLeaks.class)
class ApiKeyListIT {
  private static final String UNTIL = "2999-01-01T00:00:00Z";

  private final Annals annals = Servers.usual().annals();
  private Tokens administrator;
  private Annals.Person person;
  private Tokens owner;

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    person = annals.person(administrator);
    owner = annals.signIn(person);
  }

  private Answer issue(Object... fields) {
    return annals.tell(owner, "issue-api-key", fields).is(201);
  }

  private Answer list(String query, @Nullable Tokens by) {
    var call = annals.client().get("/v1/api-keys" + query);
    return call.bearer(by == null ? null : by.access()).send();
  }

  private JsonNode own() {
    return list("", owner).is(200).json().required("api_keys");
  }

  @Test
  void who_was_given_none_sees_none() {
    assertThat(own()).isEmpty();
  }

  @Test
  void every_key_is_listed_the_oldest_first_and_none_with_its_secret() {
    var key = issue("name", "gateway");
    var token = issue("name", "loyalty", "kind", "private_token", "expires_at", UNTIL);
    var _ = annals.tell(owner, "revoke-api-key", "api_key_id", key.field("api_key_id")).is(204);

    assertThat(own()).hasSize(2);
    var first = own().get(0);
    assertThat(first.propertyNames())
        .containsExactly("api_key_id", "kind", "name", "issued_at", "revoked");
    assertThat(first.required("api_key_id").asString()).isEqualTo(key.field("api_key_id"));
    assertThat(first.required("kind").asString()).isEqualTo("api_key");
    assertThat(first.required("name").asString()).isEqualTo("gateway");
    assertThat(first.required("revoked").asBoolean()).isTrue();
    var second = own().get(1);
    assertThat(second.required("api_key_id").asString()).isEqualTo(token.field("api_key_id"));
    assertThat(second.required("kind").asString()).isEqualTo("private_token");
    assertThat(second.required("expires_at").asString()).isEqualTo(UNTIL);
    assertThat(second.required("revoked").asBoolean()).isFalse();
  }

  @Test
  void a_key_that_was_issued_again_is_listed_once_as_it_is_now() {
    var _ = issue("name", "before", "kind", "service_token");
    var now = issue("name", "loyalty", "kind", "service_token");

    assertThat(own()).hasSize(1);
    assertThat(own().get(0).required("name").asString()).isEqualTo("loyalty");
    assertThat(own().get(0).required("revoked").asBoolean()).isFalse();
    assertThat(own().toString()).doesNotContain(now.field("api_key"));
  }

  @Test
  void administrators_see_those_of_anybody_and_others_their_own() {
    var _ = issue("name", "gateway");
    var mine = list("", owner).is(200).text();
    var named = "?account_id=" + person.account();

    assertThat(list(named, administrator).is(200).text()).isEqualTo(mine);
    assertThat(list(named, owner).is(200).text()).isEqualTo(mine);
    var stranger = annals.signIn(annals.person(administrator));
    var _ = list(named, stranger).isProblem(403, "role-required");
    var _ = list("", null).isProblem(401, "unauthenticated");
  }

  @Test
  void an_account_is_named_by_its_id() {
    var _ = list("?account_id=", administrator).blames("account_id");
    var _ = list("?account_id=1-1-1-1-1", administrator).blames("account_id");
  }
}
