package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token is refused from the moment something ended it was acknowledged, on every process. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensEndAtOnceIT {
  private static final String NEXT = "nineteen purple ladders hum 43";

  private TwoServers servers;
  private Annals one;
  private Annals other;
  private Tokens administrator;
  private String apiKey;

  @BeforeAll
  void start() {
    servers = new TwoServers();
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @BeforeEach
  void sign_the_administrator_in() {
    one = servers.one();
    other = servers.other();
    administrator = one.administrator();
    apiKey = other.apiKey(administrator);
  }

  /** Something that ends sessions. */
  record Ending(String name, Act act) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What is done to a person who has signed in. */
  interface Act {
    Answer upon(Tokens tokens, Annals.Person person);
  }

  private Stream<Ending> endings() {
    return Stream.of(
        new Ending("signing out", (tokens, _) -> one.tell(tokens, "sign-out")),
        new Ending(
            "revoking the session",
            (tokens, _) ->
                one.tell(administrator, "revoke-session", "session_id", tokens.session())),
        new Ending(
            "revoking all sessions oneself",
            (tokens, _) -> one.tell(tokens, "revoke-all-sessions")),
        byAdministrator("revoke-all-sessions"),
        byAdministrator("lock-account"),
        byAdministrator("disable-account"),
        byAdministrator("erase-account"),
        new Ending(
            "reset-password",
            (_, person) ->
                one.tell(
                    administrator,
                    "reset-password",
                    "account_id",
                    person.account(),
                    "one_time_password",
                    NEXT)),
        new Ending("using a refresh token twice", (tokens, _) -> useTwice(tokens)));
  }

  private Ending byAdministrator(String command) {
    return new Ending(
        command, (_, person) -> one.tell(administrator, command, "account_id", person.account()));
  }

  private Answer useTwice(Tokens tokens) {
    var _ = Tokens.of(other.refresh(tokens.refresh()));
    return one.refresh(tokens.refresh());
  }

  @ParameterizedTest
  @MethodSource("endings")
  void everything_of_a_session_is_over_on_both_processes(Ending ending) {
    var person = one.person(administrator);
    var tokens = other.signIn(person);
    isGood(tokens);
    assertThat(ending.act().upon(tokens, person).status()).isIn(200, 204, 401);
    isOver(tokens);
    isOver(tokens);
  }

  private void isGood(Tokens tokens) {
    for (var annals : List.of(one, other, one)) {
      annals.sessions(tokens.access()).is(200);
      assertThat(annals.introspect(apiKey, tokens.access()).required("active").asBoolean())
          .isTrue();
      assertThat(annals.introspect(apiKey, tokens.refresh()).required("active").asBoolean())
          .isTrue();
    }
  }

  private void isOver(Tokens tokens) {
    for (var annals : List.of(other, one)) {
      annals.sessions(tokens.access()).isProblem(401, "unauthenticated");
      assertThat(annals.introspect(apiKey, tokens.access())).isEqualTo(inactive());
      assertThat(annals.introspect(apiKey, tokens.refresh())).isEqualTo(inactive());
      annals.refresh(tokens.refresh()).isProblem(401, "refresh-refused");
    }
  }

  private static tools.jackson.databind.JsonNode inactive() {
    return Json.read("{\"active\":false}");
  }

  @Test
  void a_changed_password_ends_other_sessions_and_the_own_old_access_token() {
    var person = one.person(administrator);
    var own = other.signIn(person);
    var elsewhere = one.signIn(person);
    one.tell(own, "change-password", "current_password", Annals.PASSWORD, "new_password", NEXT)
        .is(204);
    isOver(elsewhere);
    other.sessions(own.access()).isProblem(401, "unauthenticated");
    one.sessions(own.access()).isProblem(401, "unauthenticated");
    var fresh = Tokens.of(other.refresh(own.refresh()));
    assertThat(fresh.session()).isEqualTo(own.session());
    isGood(fresh);
    other.trySignIn(person.login(), Annals.PASSWORD).is(401);
    isGood(one.signIn(person.login(), NEXT));
  }

  @Test
  void a_role_is_given_and_taken_at_once() {
    var person = one.person(administrator);
    var tokens = one.signIn(person);
    for (int round = 0; round < 3; round++) {
      mayAudit(tokens, 403);
      one.tell(administrator, "grant-role", "account_id", person.account(), "role", "auditor")
          .is(204);
      mayAudit(tokens, 200);
      other
          .tell(administrator, "revoke-role", "account_id", person.account(), "role", "auditor")
          .is(204);
    }
    mayAudit(tokens, 403);
  }

  private void mayAudit(Tokens tokens, int status) {
    for (var annals : List.of(other, one)) {
      annals.client().get("/v1/log?limit=1").bearer(tokens.access()).send().is(status);
    }
  }

  @Test
  void what_was_over_is_over_after_a_restart_and_what_was_good_is_good() {
    var person = one.person(administrator);
    var over = other.signIn(person);
    var good = one.signIn(person);
    other.tell(over, "sign-out").is(204);
    servers.restartOne();
    one = servers.one();
    isOver(over);
    isGood(good);
  }

  @Test
  void a_retired_key_is_published_until_its_last_token_has_expired() {
    var person = one.person(administrator);
    var old = other.signIn(person);
    var oldKey = kid(old);
    var newKey = one.tell(administrator, "rotate-signing-key").is(200).field("kid");
    assertThat(published(one)).contains(oldKey, newKey);
    assertThat(published(other)).contains(oldKey, newKey);
    isGood(old);
    var fresh = other.signIn(person);
    assertThat(kid(fresh)).isEqualTo(newKey);
    servers.clock().advance(Duration.ofMinutes(10).minusMillis(1_500));
    isGood(fresh);
    isGood(old);
    servers.clock().advance(Duration.ofMillis(1_500));
    for (var annals : List.of(one, other)) {
      annals.sessions(old.access()).isProblem(401, "unauthenticated");
      assertThat(published(annals)).contains(newKey).doesNotContain(oldKey);
    }
  }

  private static String kid(Tokens tokens) {
    var head = tokens.access().substring(0, tokens.access().indexOf('.'));
    byte[] json = java.util.Base64.getUrlDecoder().decode(head);
    return Json.read(new String(json, java.nio.charset.StandardCharsets.UTF_8))
        .required("kid")
        .asString();
  }

  private static List<String> published(Annals annals) {
    var keys = annals.client().get("/.well-known/jwks.json").send().is(200).json().required("keys");
    return java.util.stream.StreamSupport.stream(keys.spliterator(), false)
        .map(key -> key.required("kid").asString())
        .toList();
  }
}
