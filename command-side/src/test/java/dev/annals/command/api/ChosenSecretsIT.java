package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
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
  }
}
