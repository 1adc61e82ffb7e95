package dev.annals.command.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.annals.store.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** A server that speaks MainBrainer's API as well, and what its clients do there. */
final class MainBrainerServer implements AutoCloseable {
  private static final String SECRET =
      Base64.getEncoder()
          .encodeToString("a secret of thirty-two bytes, ok".getBytes(StandardCharsets.US_ASCII));

  private final Server server;
  private final SettableClock clock;

  MainBrainerServer(String... more) {
    Secrets.note(SECRET);
    clock = new SettableClock();
    var settings = new String[more.length + 3];
    settings[0] = "annals.compat.mainbrainer.enabled=true";
    settings[1] = "annals.compat.mainbrainer.secret=" + SECRET;
    settings[2] = "annals.compat.mainbrainer.time-zone-offset=UTC+05:30~Asia/Kolkata";
    System.arraycopy(more, 0, settings, 3, more.length);
    server = Server.start(TestPostgres.freshDatabase(), clock, settings);
  }

  /** Somebody who has what it takes to sign in here. */
  record Client(Annals.Person person, String key, String privateToken) {
    @Override
    public String toString() {
      return "Client[" + person + "]";
    }
  }

  Server server() {
    return server;
  }

  SettableClock clock() {
    return clock;
  }

  Annals annals() {
    return server.annals();
  }

  Client client(Tokens administrator) {
    return client(administrator, annals().person(administrator));
  }

  Client client(Tokens administrator, Annals.Person person) {
    var issued =
        annals()
            .tell(
                administrator,
                "issue-api-key",
                "account_id",
                person.account(),
                "name",
                "loyalty",
                "kind",
                "private_token")
            .is(201);
    return new Client(person, issued.field("api_key_id"), issued.field("api_key"));
  }

  Answer token(Client client, String validity) {
    return token(
        client.person().login(), client.person().password(), client.privateToken(), validity);
  }

  Answer token(String login, String password, String privateToken, String validity) {
    return server
        .client()
        .post("/token")
        .fields(
            "userName", login,
            "password", password,
            "privateToken", privateToken,
            "validity", validity)
        .send();
  }

  /** What a token says, to somebody else's library that knows the secret. */
  static JsonNode claims(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      var header = requireNonNull(jwt.getHeader().getParsedBase64URL()).decodeToString();
      assertThat(header).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
      assertThat(jwt.verify(new MACVerifier(Base64.getDecoder().decode(SECRET)))).isTrue();
      return Json.read(jwt.getPayload().toString());
    } catch (ParseException | JOSEException e) {
      throw new AssertionError("not a token that a client could read", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
