package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys are random, shown once, replaced with a grace, and gone when their owner is. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeysIT {
  private final SettableClock clock = new SettableClock();
  private Server server;
  private Annals annals;
  private Tokens administrator;
  private Annals.Person person;
  private Tokens owner;
  private Answer issued;

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
  void a_key() {
    administrator = annals.administrator();
    person = annals.person(administrator);
    owner = annals.signIn(person);
    issued = annals.tell(owner, "issue-api-key", "name", "gateway");
  }

  private String key() {
    return issued.field("api_key");
  }

  private String id() {
    return issued.field("api_key_id");
  }

  private int introspectedWith(String key) {
    return annals
        .client()
        .post("/oauth2/introspect")
        .bearer(key)
        .form("token", "x")
        .send()
        .status();
  }

  @Test
  void it_is_shown_once_and_kept_as_a_hash() {
    issued.is(201).isUncached().isPositioned().holds("api_key_id", "api_key");
    var event = annals.log(administrator, issued.position() - 1).getFirst();
    assertThat(event.required("name").asString()).isEqualTo("api_key.issued");
    assertThat(event.required("payload").propertyNames()).contains("hash");
    assertThat(event.toString()).doesNotContain(key()).doesNotContain(key().substring(30));
  }

  @Test
  void it_is_good_as_bearer_and_as_basic_password() {
    assertThat(introspectedWith(key())).isEqualTo(200);
    var call = annals.client().post("/oauth2/introspect").basic(id(), key());
    assertThat(
            call.form("token", owner.access()).send().is(200).json().required("active").asBoolean())
        .isTrue();
    annals
        .client()
        .post("/oauth2/introspect")
        .basic(id(), key() + "x")
        .form("token", "x")
        .send()
        .isProblem(401, "unauthenticated");
  }

  @Test
  void a_key_is_not_a_session() {
    annals.client().get("/v1/sessions").bearer(key()).send().isProblem(403, "session-required");
    annals.client().post("/v1/sign-out").bearer(key()).send().isProblem(403, "session-required");
  }

  @Test
  void without_grace_the_old_secret_is_over_at_once() {
    var next = annals.tell(owner, "rotate-api-key", "api_key_id", id()).is(200).isUncached();
    assertThat(next.field("api_key_id")).isEqualTo(id());
    assertThat(introspectedWith(next.field("api_key"))).isEqualTo(200);
    assertThat(introspectedWith(key())).isEqualTo(401);
  }

  @Test
  void within_the_grace_both_secrets_are_good() {
    var next =
        annals.tell(owner, "rotate-api-key", "api_key_id", id(), "grace_seconds", 60).is(200);
    clock.advance(Duration.ofMillis(59_999));
    assertThat(introspectedWith(key())).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertThat(introspectedWith(key())).isEqualTo(401);
    assertThat(introspectedWith(next.field("api_key"))).isEqualTo(200);
  }

  @Test
  void rotating_twice_within_the_grace_leaves_all_three_secrets_good() {
    var fields = new Object[] {"api_key_id", id(), "grace_seconds", 60};
    var second = annals.tell(owner, "rotate-api-key", fields).is(200).field("api_key");
    clock.advance(Duration.ofSeconds(10));
    var third = annals.tell(owner, "rotate-api-key", fields).is(200).field("api_key");
    for (var key : new String[] {key(), second, third}) {
      assertThat(introspectedWith(key)).isEqualTo(200);
    }
    clock.advance(Duration.ofSeconds(50));
    assertThat(introspectedWith(key())).isEqualTo(401);
    assertThat(introspectedWith(second)).isEqualTo(200);
    annals.tell(owner, "rotate-api-key", "api_key_id", id()).is(200);
    assertThat(introspectedWith(second)).isEqualTo(401);
    assertThat(introspectedWith(third)).isEqualTo(401);
  }

  @Test
  void a_key_may_expire() {
    var until = clock.instant().plusSeconds(60);
    var answer =
        annals.tell(owner, "issue-api-key", "name", "brief", "expires_at", until.toString());
    var brief = answer.is(201).field("api_key");
    assertThat(introspectedWith(brief)).isEqualTo(200);
    clock.advance(Duration.ofSeconds(60));
    assertThat(introspectedWith(brief)).isEqualTo(401);
  }

  @Test
  void a_revoked_key_is_over_and_revoking_it_again_changes_nothing() {
    annals.tell(owner, "revoke-api-key", "api_key_id", id()).is(204).isPositioned();
    assertThat(introspectedWith(key())).isEqualTo(401);
    var again = annals.tell(owner, "revoke-api-key", "api_key_id", id()).is(204);
    assertThat(again.header("Annals-Position")).isEmpty();
    annals.tell(owner, "rotate-api-key", "api_key_id", id()).isProblem(404, "api-key-unknown");
  }

  @Test
  void it_rests_while_its_owner_is_locked_or_disabled_and_ends_with_the_owner() {
    for (var pair : new String[][] {{"lock", "unlock"}, {"disable", "enable"}}) {
      command(pair[0] + "-account");
      assertThat(introspectedWith(key())).isEqualTo(401);
      command(pair[1] + "-account");
      assertThat(introspectedWith(key())).isEqualTo(200);
    }
    command("erase-account");
    assertThat(introspectedWith(key())).isEqualTo(401);
  }

  private void command(String name) {
    annals.tell(administrator, name, "account_id", person.account()).is(204);
  }

  @Test
  void nobody_else_but_an_administrator_touches_it() {
    var stranger = annals.signIn(annals.person(administrator));
    for (var command : new String[] {"rotate-api-key", "revoke-api-key"}) {
      annals.tell(stranger, command, "api_key_id", id()).isProblem(404, "api-key-unknown");
    }
    annals
        .tell(stranger, "issue-api-key", "account_id", person.account(), "name", "stolen")
        .isProblem(403, "role-required");
    assertThat(introspectedWith(key())).isEqualTo(200);
    annals.tell(administrator, "revoke-api-key", "api_key_id", id()).is(204);
    assertThat(introspectedWith(key())).isEqualTo(401);
  }
}
