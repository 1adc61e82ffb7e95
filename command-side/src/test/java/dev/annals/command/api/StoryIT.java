package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import dev.annals.store.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The main job from end to end: register, sign in, refresh, change the password, sign out. */
@ExtendWith(NothingLeaks.class)
class StoryIT {
  private static final String NEXT = "nineteen purple ladders hum 43";
  private static final String AGENT = "story/1.0";

  private final List<Long> positions = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"EdDSA", "RS256"})
  void every_step_of_a_story_is_in_the_log_in_order(String algorithm) {
    try (var server =
        Server.start(TestPostgres.freshDatabase(), new SettableClock(), algorithm(algorithm))) {
      var story = new Story(server);
      var registered = story.register();
      var first = story.signIn();
      var claims = Verified.claims(server.client(), first.access());
      assertThat(Verified.algorithm(first.access())).isEqualTo(JWSAlgorithm.parse(algorithm));
      assertThat(claims.getClaims().keySet())
          .containsExactlyInAnyOrder(
              "iss", "sub", "aud", "client_id", "iat", "exp", "jti", "scope", "sid", "roles");
      assertThat(claims.getSubject()).isEqualTo(registered).isEqualTo(first.account());
      assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
      assertThat(claims.getAudience()).containsExactly("annals");
      assertThat(claims.getClaim("sid")).isEqualTo(first.session());
      var issued = claims.getIssueTime().toInstant();
      assertThat(claims.getExpirationTime().toInstant()).isEqualTo(issued.plusSeconds(600));
      var second = story.refresh(first);
      story.changePassword(second);
      var third = story.refresh(second);
      story.signOut(third);
      story.isInTheLog(first);
    }
  }

  private static String algorithm(String algorithm) {
    return "annals.tokens.algorithm=" + algorithm;
  }

  /** One server's story, step by step. */
  private final class Story {
    private final Annals annals;
    private final Client client;
    private final Tokens administrator;
    private final String login = Annals.newLogin();
    private final long before;
    private final List<String> requests = new ArrayList<>();

    Story(Server server) {
      annals = server.annals();
      client = server.client();
      administrator = annals.administrator();
      before = annals.head(administrator);
    }

    String register() {
      var answer =
          send(
              client
                  .post("/v1/register")
                  .bearer(administrator.access())
                  .fields("login", login, "password", Annals.PASSWORD, "display_name", "Ada"));
      return answer.is(201).holds("account_id").field("account_id");
    }

    Tokens signIn() {
      var call = client.post("/v1/sign-in").fields("login", login, "password", Annals.PASSWORD);
      return pair(send(call));
    }

    Tokens refresh(Tokens tokens) {
      return pair(send(client.post("/v1/refresh-token").fields("refresh_token", tokens.refresh())));
    }

    void changePassword(Tokens tokens) {
      var call =
          client
              .post("/v1/change-password")
              .bearer(tokens.access())
              .fields("current_password", Annals.PASSWORD, "new_password", NEXT);
      assertThat(send(call).is(204).text()).isEmpty();
    }

    void signOut(Tokens tokens) {
      var answer = send(client.post("/v1/sign-out").bearer(tokens.access()));
      assertThat(answer.is(204).text()).isEmpty();
    }

    private Answer send(Call call) {
      var id = "story-" + requests.size();
      requests.add(id);
      var answer =
          call.header("X-Request-Id", id)
              .header("X-Correlation-Id", "the-story")
              .header("User-Agent", AGENT)
              .send()
              .isPositioned();
      assertThat(answer.requestId()).isEqualTo(id);
      positions.add(answer.position());
      return answer;
    }

    private Tokens pair(Answer answer) {
      answer
          .is(200)
          .isUncached()
          .holds(
              "access_token",
              "token_type",
              "expires_in",
              "refresh_token",
              "refresh_expires_in",
              "session_id",
              "account_id");
      assertThat(answer.field("token_type")).isEqualTo("Bearer");
      assertThat(answer.json().required("expires_in").asLong()).isEqualTo(600);
      assertThat(answer.json().required("refresh_expires_in").asLong()).isEqualTo(86_400);
      return Tokens.of(answer);
    }

    void isInTheLog(Tokens of) {
      var log = annals.log(administrator, before);
      var ofAdministrator = "account:" + administrator.account();
      var ofPerson = "account:" + of.account();
      var steps =
          List.of(
              step("account.registered", 0, ofAdministrator),
              step("password.set", 0, ofAdministrator),
              step("session.started", 1, "anonymous"),
              step("session.tokens_issued", 1, "anonymous"),
              step("session.tokens_issued", 2, "anonymous"),
              step("password.changed", 3, ofPerson),
              step("session.tokens_issued", 4, "anonymous"),
              step("session.ended", 5, ofPerson));
      assertThat(log.stream().map(Story.this::step)).containsExactlyElementsOf(steps);
      for (int i = 0; i < log.size(); i++) {
        assertThat(log.get(i).required("position").asLong()).isEqualTo(before + 1 + i);
        hasCircumstances(log.get(i).required("metadata"), of);
      }
      assertThat(log.stream().map(event -> event.required("metadata").required("address_index")))
          .containsOnly(log.getFirst().required("metadata").required("address_index"));
      assertThat(log.getLast().required("position").asLong()).isEqualTo(positions.getLast());
    }

    private void hasCircumstances(JsonNode metadata, Tokens of) {
      assertThat(metadata.required("subject").asString()).isEqualTo(of.account());
      assertThat(metadata.required("user_agent").asString()).isEqualTo(AGENT);
      assertThat(metadata.required("family").asString()).isEqualTo("annals");
      assertThat(metadata.required("correlation_id").asString()).isEqualTo("the-story");
      assertThat(metadata.required("address").asString())
          .as("sealed")
          .isNotEmpty()
          .doesNotContain("127.0.0.1");
      assertThat(metadata.required("address_index").asString()).matches("[A-Za-z0-9_-]{43}");
    }

    /** What happened, with which request, by whom, and whether the answer had told the position. */
    private String step(String name, int request, String actor) {
      return name
          + " by "
          + actor
          + " in "
          + requests.get(request)
          + " up to "
          + positions.get(request);
    }

    private String step(JsonNode event) {
      var metadata = event.required("metadata");
      var request = metadata.required("request_id").asString();
      return event.required("name").asString()
          + " by "
          + metadata.required("actor").asString()
          + " in "
          + request
          + " up to "
          + positions.get(requests.indexOf(request));
    }
  }
}
