package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is asked by the short way is answered as by the long one, which other spellings take.
 */
@ExtendWith(NothingLeaks.class)
class ShortcutIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Annals annals = Servers.usual().annals();
  private Tokens administrator;
  private Annals.Person person;
  private Tokens tokens;
  private String key;

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    person = annals.person(administrator);
    tokens = annals.signIn(person);
    key = annals.apiKey(administrator);
  }

  private static void assertSame(Answer shorter, Answer longer) {
    assertThat(shorter.status()).isEqualTo(longer.status());
    assertThat(told(shorter)).isEqualTo(told(longer));
    assertThat(shorter.text().replace(shorter.requestId(), "id"))
        .isEqualTo(longer.text().replace(longer.requestId(), "id"));
  }

  /** What headers say, but for those that are other with each answer, or say how long it is. */
  private static Map<String, String> told(Answer answer) {
    var told = new TreeMap<String, String>();
    for (var name : answer.headerNames()) {
      told.put(name, answer.header(name).orElseThrow());
    }
    for (var own : new String[] {"x-request-id", "date", "content-length", "transfer-encoding"}) {
      told.remove(own);
    }
    return told;
  }

  private void assertMe(@Nullable String bearer, int status) {
    var shorter = annals.client().get("/v1/me").bearer(bearer).send().is(status);
    assertSame(shorter, annals.client().get("/v1/%6De").bearer(bearer).send());
  }

  private void assertIntrospection(@Nullable String bearer, String form, int status) {
    byte[] body = form.getBytes(UTF_8);
    var path = "/oauth2/introspect";
    var shorter = annals.client().post(path).bearer(bearer).body(FORM, body).send().is(status);
    var longer = annals.client().post(path).bearer(bearer).body(FORM + ";charset=utf-8", body);
    assertSame(shorter, longer.send());
  }

  @Test
  void whose_a_bearer_is() {
    assertMe(tokens.access(), 200);
    assertMe(key, 200);
    assertMe(null, 401);
    assertMe("rubbish", 401);
    assertMe(tokens.access().substring(1), 401);
    var _ = annals.tell(tokens, "sign-out").is(204);
    assertMe(tokens.access(), 401);
  }

  @Test
  void a_one_time_password_gets_by_neither_way() {
    var once = "some password for one time 53";
    var account = person.account();
    var _ =
        annals
            .tell(administrator, "reset-password", "account_id", account, "one_time_password", once)
            .is(204);
    var restricted = annals.signIn(new Annals.Person(account, person.login(), once));

    assertMe(restricted.access(), 403);
  }

  @Test
  void what_a_token_means() {
    assertIntrospection(key, "token=" + tokens.access(), 200);
    assertIntrospection(key, "token=" + tokens.refresh(), 200);
    assertIntrospection(key, "token=" + key, 200);
    assertIntrospection(key, "token=rubbish", 200);
    assertIntrospection(administrator.access(), "token=" + tokens.access(), 200);
    assertIntrospection(key, "", 400);
    assertIntrospection(key, "token=", 400);
    assertIntrospection(key, "token=a&token=b", 400);
    assertIntrospection(key, "token=%zz", 400);
    assertIntrospection(null, "token=rubbish", 401);
    assertIntrospection(tokens.access(), "token=" + tokens.access(), 403);
  }

  @Test
  void what_is_asked_otherwise_is_not_taken_for_it() {
    assertThat(annals.client().post("/v1/me").bearer(key).send().status()).isEqualTo(405);
    assertThat(annals.client().get("/oauth2/introspect").bearer(key).send().status())
        .isEqualTo(405);
    var json = annals.client().post("/oauth2/introspect").bearer(key).json("{}").send();
    assertThat(json.status()).isEqualTo(415);
  }
}
