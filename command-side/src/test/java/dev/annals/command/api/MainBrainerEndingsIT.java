package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A token of MainBrainer's kind may live for ten years, unless something ends it. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainBrainerEndingsIT {
  private static final JsonNode INACTIVE = Json.read("{\"active\":false}");
  private static final String NEXT = "nineteen purple ladders hum 43";

  private MainBrainerServer mainBrainer;
  private Annals annals;
  private Tokens administrator;
  private String gateway;
  private MainBrainerServer.Client client;

  @BeforeAll
  void start() {
    mainBrainer = new MainBrainerServer();
    annals = mainBrainer.annals();
  }

  @AfterAll
  void stop() {
    mainBrainer.close();
  }

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    client = mainBrainer.client(administrator);
  }

  private String token(String validity) {
    return mainBrainer.token(client, validity).is(200).field("access_token");
  }

  private JsonNode introspect(String token) {
    return annals.introspect(gateway, token);
  }

  /** Something that ends sessions. */
  record Ending(String name, Act act) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What is done about a client whose token this is. */
  interface Act {
    void upon(MainBrainerServer.Client client, String token);
  }

  private Stream<Ending> endings() {
    return Stream.of(
        byAdministrator("lock-account"),
        byAdministrator("disable-account"),
        byAdministrator("erase-account"),
        byAdministrator("revoke-all-sessions"),
        new Ending("change-password", (client, _) -> changePassword(client)),
        new Ending("revoke-session", (_, token) -> revokeSession(token)),
        new Ending("/oauth2/revoke", (_, token) -> revoke(token)));
  }

  private Ending byAdministrator(String command) {
    return new Ending(
        command,
        (client, _) ->
            annals.tell(administrator, command, "account_id", client.person().account()).is(204));
  }

  private void changePassword(MainBrainerServer.Client client) {
    annals
        .tell(
            annals.signIn(client.person()),
            "change-password",
            "current_password",
            client.person().password(),
            "new_password",
            NEXT)
        .is(204);
  }

  private void revokeSession(String token) {
    var session = introspect(token).required("sid").asString();
    annals.tell(administrator, "revoke-session", "session_id", session).is(204);
  }

  private void revoke(String token) {
    annals
        .client()
        .post("/oauth2/revoke")
        .bearer(gateway)
        .form("token", token)
        .send()
        .is(200)
        .isPositioned();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void even_a_long_token_ends_at_once(Ending ending) {
    var token = token("LongLive");
    assertThat(introspect(token).required("active").asBoolean()).isTrue();

    ending.act().upon(client, token);

    assertThat(introspect(token)).isEqualTo(INACTIVE);
  }

  @Test
  void an_answer_that_was_kept_for_repetition_is_forgotten_with_the_person() {
    var person = client.person();
    var first = mainBrainer.server().client().post("/token").key("once");
    first.fields(
        "userName", person.login(),
        "password", person.password(),
        "privateToken", client.privateToken());
    first.send().is(200);
    first.send().is(200);
    annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);

    first.send().is(401);
  }
}
