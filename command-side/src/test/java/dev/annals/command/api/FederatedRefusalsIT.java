package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.federation.TestIssuer;
import dev.annals.command.federation.TestKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Who does not come in by another issuer's token, and what becomes known of it. */
@ExtendWith(NothingLeaks.class)
class FederatedRefusalsIT {
  private static final String ADA = "auth0|ada-lovelace-again";
  private static final FederatedServer SERVER = new FederatedServer(ADA);
  private static final TestIssuer BY_HAND = SERVER.byHand();
  private static final TestIssuer BY_NAME = SERVER.byName();

  private final Annals annals = SERVER.annals();
  private final Tokens administrator = annals.administrator();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private List<JsonNode> log(long after) {
    return annals.log(administrator, after);
  }

  private static String anonymous(Answer answer) {
    return answer.status() + answer.text().replace(answer.requestId(), "<id>");
  }

  private Map<String, String> badTokens() {
    long now = SERVER.clock().instant().getEpochSecond();
    var good = SERVER.token(BY_NAME, ADA);
    var bad = new LinkedHashMap<String, String>();
    bad.put("another audience", SERVER.token(BY_NAME, ADA, "aud=\"others\""));
    bad.put("no audience", SERVER.token(BY_NAME, ADA, "aud="));
    bad.put("expired", SERVER.token(BY_NAME, ADA, "exp=" + (now - 60)));
    bad.put("without end", SERVER.token(BY_NAME, ADA, "exp="));
    bad.put("not begun", SERVER.token(BY_NAME, ADA, "nbf=" + (now + 61)));
    bad.put("another client", SERVER.token(BY_NAME, ADA, "azp=\"cli\""));
    bad.put("another issuer", SERVER.token(BY_NAME, ADA, "iss=\"https://evil.example/\""));
    bad.put("no issuer", SERVER.token(BY_NAME, ADA, "iss="));
    bad.put("no subject", SERVER.token(BY_NAME, ADA, "sub="));
    bad.put("a subject that is none", SERVER.token(BY_NAME, "control\\u0007character"));
    var claims = BY_NAME.claims(SERVER.clock().instant(), "sub=\"" + ADA + "\"");
    bad.put("forged", TestKey.of("k", TestKey.Kind.ES256).sign(claims));
    bad.put("an unknown key", TestKey.of("unknown", TestKey.Kind.ES256).sign(claims));
    bad.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
    bad.put("our own access token", administrator.access());
    bad.put("our own refresh token", administrator.refresh());
    bad.put("no token", "what-is-a-token");
    bad.put("nothing", "");
    bad.put("hostile text", "\u0000'; drop table event; --\r\n<b>");
    bad.put("huge", good + "x".repeat(40_000) + "-forty-thousand");
    bad.put("huge claims", SERVER.token(BY_NAME, ADA, "more=\"" + "x".repeat(20_000) + "\""));
    return bad;
  }

  @Test
  void a_token_that_is_not_good_is_refused_and_not_repeated() {
    long head = annals.head(administrator);
    badTokens()
        .forEach((why, token) -> {
          var answer = SERVER.shows(token).send();
          assertThat(answer.status()).as(why).isEqualTo(401);
          answer.isProblem(401, "federated-token-refused");
          assertThat(Secrets.foundIn(answer.text())).as(why).isEmpty();
          assertThat(answer.text()).doesNotContain("evil", "drop table", "others", "cli\"");
          assertThat(answer.header("WWW-Authenticate")).as(why).contains("Bearer");
        });
    assertThat(annals.log(administrator, head)).isEmpty();
  }

  @Test
  void a_huge_request_is_not_read() {
    SERVER
        .shows("x".repeat(70_000) + "-seventy-thousand")
        .send()
        .isProblem(413, "request-too-large");
  }

  @Test
  void a_stranger_is_recorded_without_a_name() {
    long head = annals.head(administrator);
    SERVER.comes(BY_HAND, "auth0|the-great-unknown").isProblem(401, "federated-sign-in-refused");

    var events = log(head);
    assertThat(FederatedServer.namesOf(events)).containsExactly("sign_in.stranger_refused");
    assertThat(events.getFirst().required("payload").propertyNames())
        .containsExactlyInAnyOrder("subject", "at");
    assertThat(events.getFirst().required("metadata").has("subject")).isFalse();
    assertThat(events.toString()).doesNotContain("the-great-unknown", BY_HAND.name());
  }

  @Test
  void who_is_not_allowed_by_name_is_a_stranger_even_if_linked() {
    var account = annals.person(administrator).account();
    var link = SERVER.link(BY_NAME, account, "auth0|once-on-the-list");
    link.is(204);
    long head = annals.head(administrator);

    SERVER.comes(BY_NAME, "auth0|never-on-the-list").isProblem(401, "federated-sign-in-refused");
    SERVER.comes(BY_NAME, "auth0|once-on-the-list").isProblem(401, "federated-sign-in-refused");
    assertThat(FederatedServer.namesOf(log(head)))
        .containsExactly("sign_in.stranger_refused", "sign_in.stranger_refused");
  }

  @Test
  void every_refusal_looks_the_same_and_only_the_log_tells_why() {
    var subjects = List.of("auth0|locked-person", "auth0|disabled-person", "auth0|erased-person");
    var commands = List.of("lock-account", "disable-account", "erase-account");
    for (int i = 0; i < 3; i++) {
      var account = annals.person(administrator).account();
      SERVER.link(account, subjects.get(i)).is(204);
      annals.tell(administrator, commands.get(i), "account_id", account).is(204);
    }
    var pattern = SERVER.comes(BY_HAND, "auth0|nobody-at-all").is(401);
    long head = annals.head(administrator);

    for (var subject : subjects) {
      var answer = SERVER.comes(BY_HAND, subject);
      assertThat(anonymous(answer)).isEqualTo(anonymous(pattern));
      assertThat(answer.headerNames()).isEqualTo(pattern.headerNames());
    }
    assertThat(
            log(head).stream()
                .map(event ->
                    event.required("name").asString()
                        + " "
                        + event.at("/payload/reason").asString("")))
        .containsExactly(
            "sign_in.refused locked", "sign_in.refused disabled", "sign_in.stranger_refused ");
  }

  @Test
  void a_refusal_is_judged_again_and_not_repeated_from_memory() {
    var token = SERVER.token(BY_HAND, "auth0|knocks-and-knocks");
    for (int i = 0; i < 2; i++) {
      var answer = SERVER.shows(token).key("refused-1").send();
      answer.isProblem(401, "federated-sign-in-refused");
      assertThat(answer.header("Idempotent-Replayed")).isEmpty();
    }
  }
}
