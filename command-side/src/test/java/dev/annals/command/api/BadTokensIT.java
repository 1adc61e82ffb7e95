package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever shows what is not, or no more, a good token is nobody, at every endpoint. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadTokensIT {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> bad = new LinkedHashMap<>();
  private Server server;
  private Annals annals;
  private Tokens good;

  @BeforeAll
  void tokens_of_every_bad_kind() throws Exception {
    server = Server.start(TestPostgres.freshDatabase(), clock);
    annals = server.annals();
    bad.put("an expired token", annals.administrator().access());
    clock.advance(Duration.ofMinutes(10));
    var over = annals.administrator();
    annals.tell(over, "sign-out").is(204);
    bad.put("a token of a session that is over", over.access());
    var refreshed = annals.administrator();
    good = annals.administrator();
    bad.put("a refresh token", refreshed.refresh());
    bad.put("an identity of two parts", "a.b");
    bad.put("nothing", "");
    bad.put("no token at all", "NothingLikeAToken".repeat(240));
    bad.put("an API key of nobody", "ank_" + "A".repeat(64));
    forge();
  }

  private void forge() throws Exception {
    var parts = Verified.parts(good.access());
    var header = Json.read(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8));
    var kid = header.required("kid").asString();
    var payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    for (var none : new String[] {"none", "None", "NONE", ""}) {
      bad.put("alg '" + none + "'", encoded(head(none, kid)) + "." + parts[1] + ".");
    }
    bad.put(
        "alg none with the signature",
        encoded(head("none", kid)) + "." + parts[1] + "." + parts[2]);
    bad.put("no signature", parts[0] + "." + parts[1] + ".");
    bad.put("two parts", parts[0] + "." + parts[1]);
    bad.put("four parts", good.access() + ".x");
    var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    bad.put("another key's signature", signed(head("EdDSA", kid), payload, other));
    bad.put("a key nobody published", signed(head("EdDSA", "unknown"), payload, other));
    bad.put("a key of its own in the header", signed(headWithKey(kid), payload, other));
    var published =
        annals.client().get("/.well-known/jwks.json").send().json().required("keys").get(0);
    var x = published.required("x").asString();
    bad.put("HS256 with the public key", hs256(kid, parts[1], Base64.getUrlDecoder().decode(x)));
    bad.put("HS256 with the public key as text", hs256(kid, parts[1], x.getBytes(UTF_8)));
    bad.put("HS256 with the key set", hs256(kid, parts[1], published.toString().getBytes(UTF_8)));
    bad.put(
        "another payload",
        parts[0] + "." + encoded(payload.replace("admin", "adm1n")) + "." + parts[2]);
    bad.put(
        "a later expiry",
        parts[0]
            + "."
            + encoded(payload.replaceFirst("\"exp\":\\d+", "\"exp\":4102444800"))
            + "."
            + parts[2]);
    bad.put(
        "a bit of the signature", good.access().substring(0, good.access().length() - 4) + "AAAA");
    bad.put("white space inside", parts[0] + ". " + parts[1] + "." + parts[2]);
    bad.put(
        "another type",
        encoded(head("EdDSA", kid).replace("at+jwt", "JWT")) + "." + parts[1] + "." + parts[2]);
  }

  private static String head(String algorithm, String kid) {
    return "{\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\",\"alg\":\"" + algorithm + "\"}";
  }

  private static String headWithKey(String kid) {
    return head("EdDSA", kid)
        .replace("}", ",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}}");
  }

  private static String encoded(String text) {
    return BASE64URL.encodeToString(text.getBytes(UTF_8));
  }

  private static String signed(String head, String payload, PrivateKey key) throws Exception {
    var input = encoded(head) + "." + encoded(payload);
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(input.getBytes(UTF_8));
    return input + "." + BASE64URL.encodeToString(signature.sign());
  }

  private static String hs256(String kid, String payload, byte[] key) throws Exception {
    var input = encoded(head("HS256", kid)) + "." + payload;
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return input + "." + BASE64URL.encodeToString(mac.doFinal(input.getBytes(UTF_8)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Endpoint.class,
      names = {"SIGN_IN", "FEDERATED_SIGN_IN", "REFRESH_TOKEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void no_command_is_done_for_it(Endpoint endpoint) {
    long head = annals.head(good);
    var body = Json.write(endpoint.example());
    annals.client().post(endpoint.path()).json(body).send().isProblem(401, "unauthenticated");
    bad.forEach((kind, token) -> {
      var answer = annals.client().post(endpoint.path()).bearer(token).json(body).send();
      isNobody(kind, token, answer);
      var repeated =
          annals.client().post(endpoint.path()).bearer(token).key("a-key").json(body).send();
      isNobody(kind, token, repeated);
      annals.client().post(endpoint.path()).bearer(token).json("{").send().isProblem();
    });
    assertThat(annals.log(good, head)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/sessions",
        "/v1/log",
        "/v1/log?after=x&limit=-1",
        "/v1/accounts/01890000-0000-7000-8000-000000000000",
        "/v1/accounts/x"
      })
  void nothing_is_shown_for_it(String path) {
    annals.client().get(path).send().isProblem();
    bad.forEach((kind, token) -> {
      var answer = annals.client().get(path).bearer(token).send();
      assertThat(answer.isProblem().text()).as(kind).doesNotContain("events", "sessions");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/introspect", "/oauth2/revoke"})
  void nobody_is_told_about_tokens_for_it(String path) {
    bad.forEach((kind, token) -> {
      var client = annals.client();
      var form = new String[] {"token", good.access()};
      isNobody(kind, token, client.post(path).bearer(token).form(form).send());
      isNobody(kind, token, client.post(path).basic("x", token).form(form).send());
    });
    annals.sessions(good.access()).is(200);
  }

  @Test
  void it_is_inactive_and_no_refresh_token() {
    bad.forEach((kind, token) -> {
      if (!token.isEmpty() && !kind.equals("a refresh token")) {
        assertThat(annals.introspect(good.access(), token).toString())
            .isEqualTo("{\"active\":false}");
        annals.refresh(token).isProblem(401, "refresh-refused");
      }
    });
  }

  @Test
  void other_ways_to_show_a_token_are_not_read() {
    var client = annals.client();
    for (var value :
        new String[] {
          good.access(),
          "Bearer",
          "Bearer ",
          "Bearer\t",
          "Basic",
          "Basic !!!",
          "Basic QQ==",
          "Digest username=x",
          "Bearer " + good.access() + ",x",
          "Token " + good.access()
        }) {
      client
          .get("/v1/sessions")
          .header("Authorization", value)
          .send()
          .isProblem(401, "unauthenticated");
    }
    client
        .get("/v1/sessions?access_token=" + good.access())
        .send()
        .isProblem(401, "unauthenticated");
    client
        .get("/v1/sessions")
        .header("Cookie", "access_token=" + good.access())
        .send()
        .isProblem(401, "unauthenticated");
  }

  private static void isNobody(String kind, String token, Answer answer) {
    assertThat(answer.status()).as(kind).isEqualTo(401);
    answer.isProblem(401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).as(kind).isPresent();
    if (token.length() > 20) {
      assertThat(answer.text()).doesNotContain(token.substring(token.length() - 20));
    }
  }
}
