package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Service and private tokens are UUIDs, one of each to an account, and open nothing here. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenSecretsIT {
  private static final JsonNode INACTIVE = Json.read("{\"active\":false}");

  private final SettableClock clock = new SettableClock();
  private Server server;
  private Annals annals;
  private Tokens administrator;
  private String gateway;
  private Annals.Person person;
  private Tokens owner;

  @BeforeAll
  void start() {
    server = Server.start(TestPostgres.freshDatabase(), clock);
    annals = server.annals();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    person = annals.person(administrator);
    owner = annals.signIn(person);
  }

  private Answer issue(String kind) {
    return annals.tell(owner, "issue-api-key", "name", "loyalty", "kind", kind);
  }

  private Answer bring(String kind, String secret) {
    return annals.tell(
        administrator,
        "issue-api-key",
        "account_id",
        person.account(),
        "name",
        "from elsewhere",
        "kind",
        kind,
        "secret",
        secret);
  }

  private JsonNode introspect(String token) {
    return annals.introspect(gateway, token);
  }

  private boolean isActive(String token) {
    return introspect(token).required("active").asBoolean();
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  @Test
  void a_private_token_is_shown_once_and_kept_as_a_hash() {
    var issued = issue("private_token").is(201).isUncached().isPositioned();
    issued.holds("api_key_id", "api_key");
    assertThat(UUID.fromString(issued.field("api_key")).version()).isEqualTo(4);
    assertThat(UUID.fromString(issued.field("api_key_id")).version()).isEqualTo(8);

    var event = annals.log(administrator, issued.position() - 1).getFirst();
    assertThat(event.required("name").asString()).isEqualTo("api_key.issued");
    assertThat(event.required("version").asInt()).isEqualTo(2);
    assertThat(event.required("payload").required("kind").asString()).isEqualTo("private_token");
    var hash = event.required("payload").required("hash").asString();
    assertThat(event.required("tags").toString()).contains("secret:" + hash);
    assertThat(event.toString()).doesNotContain(issued.field("api_key"));
  }

  @Test
  void introspection_tells_whose_it_is_and_of_what_kind() {
    for (var kind : new String[] {"private_token", "service_token"}) {
      var issued = issue(kind).is(201);
      var told = introspect(issued.field("api_key"));
      assertThat(told.propertyNames())
          .containsExactlyInAnyOrder("active", "sub", "client_id", "token_type");
      assertThat(told.required("active").asBoolean()).isTrue();
      assertThat(told.required("sub").asString()).isEqualTo(owner.account());
      assertThat(told.required("client_id").asString()).isEqualTo(issued.field("api_key_id"));
      assertThat(told.required("token_type").asString()).isEqualTo(kind);
      assertThat(introspect(issued.field("api_key").toUpperCase(Locale.ROOT))).isEqualTo(told);
    }
    assertThat(introspect(uuid())).isEqualTo(INACTIVE);
  }

  @Test
  void neither_kind_opens_anything_here() {
    for (var kind : new String[] {"private_token", "service_token"}) {
      var token = issue(kind).is(201).field("api_key");
      annals.client().get("/v1/api-keys").bearer(token).send().isProblem(401, "unauthenticated");
      annals.tell(owner, "issue-api-key", "name", "x", "kind", "x").blames("kind");
    }
  }

  @Test
  void there_is_one_private_token_until_it_is_revoked() {
    var first = issue("private_token").is(201);
    issue("private_token").isProblem(409, "private-token-exists");
    annals.tell(owner, "revoke-api-key", "api_key_id", first.field("api_key_id")).is(204);
    assertThat(introspect(first.field("api_key"))).isEqualTo(INACTIVE);

    var second = issue("private_token").is(201);
    assertThat(second.field("api_key_id")).isEqualTo(first.field("api_key_id"));
    assertThat(isActive(second.field("api_key"))).isTrue();
    assertThat(isActive(first.field("api_key"))).isFalse();
  }

  @Test
  void a_service_token_takes_the_place_of_the_one_before() {
    var first = issue("service_token").is(201);
    var second = issue("service_token").is(201);
    assertThat(second.field("api_key_id")).isEqualTo(first.field("api_key_id"));
    assertThat(isActive(second.field("api_key"))).isTrue();
    assertThat(introspect(first.field("api_key"))).isEqualTo(INACTIVE);
  }

  @Test
  void an_administrator_brings_what_a_client_has_already() {
    for (var kind : new String[] {"private_token", "service_token"}) {
      var secret = uuid();
      var brought = bring(kind, secret.toUpperCase(Locale.ROOT)).is(201);
      assertThat(brought.field("api_key")).isEqualTo(secret);
      assertThat(introspect(secret).required("sub").asString()).isEqualTo(person.account());
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
    var refused =
        annals.tell(
            administrator,
            "issue-api-key",
            "account_id",
            stranger.account(),
            "name",
            "x",
            "kind",
            "service_token",
            "secret",
            secret);
    refused.isProblem(409, "secret-used");
    assertThat(refused.text()).doesNotContain(person.account(), secret);
    bring("private_token", secret).isProblem(409, "secret-used");

    bring("service_token", uuid()).is(201);
    assertThat(isActive(secret)).isFalse();
    bring("service_token", secret).isProblem(409, "secret-used");
  }

  @Test
  void rotating_twice_leaves_each_secret_its_grace() {
    var first = issue("private_token").is(201);
    var second = rotate(first, 60).field("api_key");
    assertThat(UUID.fromString(second).version()).isEqualTo(4);
    clock.advance(Duration.ofSeconds(10));
    var third = rotate(first, 60).field("api_key");
    assertThat(isActive(first.field("api_key"))).isTrue();
    clock.advance(Duration.ofSeconds(50));
    assertThat(isActive(first.field("api_key"))).isFalse();
    assertThat(isActive(second)).isTrue();

    var fourth = rotate(first, 0).field("api_key");
    assertThat(isActive(second)).isFalse();
    assertThat(isActive(third)).isFalse();
    assertThat(isActive(fourth)).isTrue();
  }

  private Answer rotate(Answer issued, long grace) {
    return annals
        .tell(
            owner,
            "rotate-api-key",
            "api_key_id",
            issued.field("api_key_id"),
            "grace_seconds",
            grace)
        .is(200);
  }

  @Test
  void a_private_token_may_expire() {
    var until = clock.instant().plusSeconds(60).toString();
    var brief =
        annals
            .tell(
                owner,
                "issue-api-key",
                "name",
                "brief",
                "kind",
                "private_token",
                "expires_at",
                until)
            .is(201)
            .field("api_key");
    assertThat(isActive(brief)).isTrue();
    clock.advance(Duration.ofSeconds(60));
    assertThat(isActive(brief)).isFalse();
    issue("private_token").is(201);
  }

  @Test
  void revoking_by_the_token_itself_ends_it() {
    for (var kind : new String[] {"private_token", "service_token"}) {
      var token = issue(kind).is(201).field("api_key");
      revoke(token).isPositioned();
      assertThat(introspect(token)).isEqualTo(INACTIVE);
      assertThat(revoke(token).header("Annals-Position")).isEmpty();
    }
    assertThat(revoke(uuid()).header("Annals-Position")).isEmpty();
  }

  private Answer revoke(String token) {
    return annals
        .client()
        .post("/oauth2/revoke")
        .bearer(gateway)
        .form("token", token)
        .send()
        .is(200);
  }

  @Test
  void it_rests_while_its_owner_is_locked_and_ends_with_the_owner() {
    var token = issue("private_token").is(201).field("api_key");
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    assertThat(introspect(token)).isEqualTo(INACTIVE);
    annals.tell(administrator, "unlock-account", "account_id", person.account()).is(204);
    assertThat(isActive(token)).isTrue();
    annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);
    assertThat(introspect(token)).isEqualTo(INACTIVE);
    bring("private_token", uuid()).isProblem(404, "account-unknown");
  }

  @Test
  void an_account_out_of_use_gets_none() {
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    bring("private_token", uuid()).isProblem(409, "account-not-usable");
    bring("service_token", uuid()).isProblem(409, "account-not-usable");
  }

  @Test
  void an_owner_lists_every_key_and_an_administrator_anybodys() {
    var key = annals.tell(owner, "issue-api-key", "name", "gateway").is(201);
    var until = clock.instant().plusSeconds(60).toString();
    var token =
        annals
            .tell(
                owner,
                "issue-api-key",
                "name",
                "loyalty",
                "kind",
                "private_token",
                "expires_at",
                until)
            .is(201);
    annals.tell(owner, "revoke-api-key", "api_key_id", key.field("api_key_id")).is(204);

    var listed = list("", owner).is(200);
    var keys = listed.json().required("api_keys");
    assertThat(keys).hasSize(2);
    assertThat(keys.get(0).propertyNames())
        .containsExactly("api_key_id", "kind", "name", "issued_at", "revoked");
    assertThat(keys.get(0).required("api_key_id").asString()).isEqualTo(key.field("api_key_id"));
    assertThat(keys.get(0).required("kind").asString()).isEqualTo("api_key");
    assertThat(keys.get(0).required("name").asString()).isEqualTo("gateway");
    assertThat(keys.get(0).required("revoked").asBoolean()).isTrue();
    assertThat(keys.get(1).required("api_key_id").asString()).isEqualTo(token.field("api_key_id"));
    assertThat(keys.get(1).required("kind").asString()).isEqualTo("private_token");
    assertThat(keys.get(1).required("expires_at").asString()).isEqualTo(until);
    assertThat(keys.get(1).required("revoked").asBoolean()).isFalse();

    var theirs = "?account_id=" + person.account();
    assertThat(list(theirs, administrator).is(200).text()).isEqualTo(listed.text());
    assertThat(list(theirs, owner).is(200).text()).isEqualTo(listed.text());
    list(theirs, annals.signIn(annals.person(administrator))).isProblem(403, "role-required");
    list("?account_id=", administrator).blames("account_id");
    list("?account_id=1-1-1-1-1", administrator).blames("account_id");
    list("", null).isProblem(401, "unauthenticated");
  }

  @Test
  void a_key_that_was_issued_again_is_listed_once_as_it_is_now() {
    bring("service_token", uuid()).is(201);
    issue("service_token").is(201);
    var keys = list("", owner).is(200).json().required("api_keys");
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).required("name").asString()).isEqualTo("loyalty");
  }

  private Answer list(String query, @Nullable Tokens by) {
    return annals
        .client()
        .get("/v1/api-keys" + query)
        .bearer(by == null ? null : by.access())
        .send();
  }
}
