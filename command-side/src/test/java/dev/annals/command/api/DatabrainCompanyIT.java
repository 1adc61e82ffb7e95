package dev.annals.command.api;

import static dev.annals.command.api.DatabrainServer.isError;
import static dev.annals.command.api.DatabrainServer.jwt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A company is signed up once, with its founder, who may do no more than that. */
@ExtendWith(NothingLeaks.class)
class DatabrainCompanyIT {
  private static final String EMAIL = "ada@engines.example";

  private final DatabrainServer brain = new DatabrainServer();
  private final Annals annals = brain.annals();
  private final Tokens administrator = annals.administrator();

  @AfterEach
  void stop() {
    brain.close();
  }

  private List<String> names(long after) {
    return annals.log(administrator, after).stream()
        .map(event -> event.required("name").asString())
        .toList();
  }

  private JsonNode introspect(String token) {
    return annals.introspect(annals.apiKey(administrator), token);
  }

  @Test
  void one_append_tells_all_of_it_and_nothing_personal() {
    var before = annals.head(administrator);
    var answer = brain.signUp(EMAIL).send().isPositioned();

    assertThat(names(before))
        .containsExactly(
            "account.registered",
            "password.set",
            "account.role_granted",
            "company.founded",
            "session.started",
            "session.foreign_tokens_issued");
    var events = annals.log(administrator, before);
    assertThat(events.getLast().required("position").asLong()).isEqualTo(answer.position());
    assertThat(events)
        .allSatisfy(it -> {
          assertThat(it.at("/metadata/family").asString()).isEqualTo("databrain");
          assertThat(it.toString()).doesNotContain("Analytical", "Ada", "engines", jwt(answer));
        });
    assertThat(events.get(3).required("tags").toString()).contains("company:annals", "account:");
  }

  @Test
  void the_founder_is_an_admin_there_and_not_here() {
    var token = jwt(brain.signUp(EMAIL).send());
    var told = introspect(token);

    assertThat(told.required("roles").toString()).isEqualTo("[\"databrain.admin\"]");
    var founder = annals.signIn(EMAIL, DatabrainServer.PASSWORD);
    annals.tell(founder, "lock-account", "account_id", administrator.account()).is(403);
    annals.client().get("/v1/log").bearer(founder.access()).send().is(403);
    for (var path : new String[] {"/v1/sessions", "/v1/api-keys", "/v1/log"}) {
      annals.client().get(path).bearer(token).send().isProblem(401, "unauthenticated");
    }
  }

  @Test
  void somebody_elses_library_reads_the_token() throws Exception {
    var token = jwt(brain.signUp(EMAIL).send());
    var jwt = SignedJWT.parse(token);

    assertThat(text(token, 0)).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(jwt.verify(new MACVerifier(DatabrainServer.SECRET))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    var now = brain.clock().instant().getEpochSecond();
    assertThat(claims.getIssueTime()).isEqualTo(Instant.ofEpochSecond(now));
    assertThat(claims.getExpirationTime()).isEqualTo(Instant.ofEpochSecond(now + 86_400));
    assertThat(claims.getIssuer()).isEqualTo("annals");
    assertThat(UUID.fromString(claims.getJWTID()).version()).isEqualTo(4);
    assertThat(claims.getSubject()).isEqualTo(introspect(token).required("sub").asString());
    assertThat(Json.read(text(token, 1)).propertyNames())
        .containsExactly("sub", "jti", "iat", "exp", "iss");
  }

  private static String text(String token, int part) {
    return new String(Base64.getUrlDecoder().decode(Verified.parts(token)[part]), UTF_8);
  }

  @Test
  void an_email_that_somebody_has_founds_nothing_and_is_not_lost() {
    var person = annals.person(administrator);
    var before = annals.head(administrator);

    isError(brain.signUp(person.login()).send(), 400, "INVALID_REQUEST");
    assertThat(names(before)).isEmpty();
    assertThat(brain.signIn(person.login(), person.password())).isNotEmpty();
    assertThat(jwt(brain.signUp(EMAIL).send())).isNotEmpty();
  }

  @Test
  void of_a_crowd_that_signs_up_at_once_one_does() throws Exception {
    var before = annals.head(administrator);
    List<Callable<Answer>> crowd = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      var email = "founder-" + i + "@engines.example";
      crowd.add(() -> brain.signUp(email).send());
    }
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(crowd)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> isError(answer, 400, "INVALID_REQUEST"));
    assertThat(names(before)).containsOnlyOnce("company.founded", "account.registered");
  }

  @Test
  void the_answer_under_a_key_is_given_again() {
    var first = brain.signUp(EMAIL).key("once").send().is(200);
    var second = brain.signUp(EMAIL).key("once").send().is(200);

    assertThat(jwt(second)).isEqualTo(jwt(first));
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    isError(brain.signUp("bob@engines.example").key("once").send(), 400, "INVALID_REQUEST");
    var other =
        brain
            .signUp(EMAIL)
            .key("once")
            .json(
                "{\"firstName\":\"Eve\",\"email\":\""
                    + EMAIL
                    + "\",\"password\":\""
                    + DatabrainServer.PASSWORD
                    + "\",\"companyName\":\"x\"}")
            .send();
    isError(other, 422, "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void the_company_stays_when_its_founder_is_erased() {
    var token = jwt(brain.signUp(EMAIL).send());
    var account = introspect(token).required("sub").asString();
    annals.tell(administrator, "erase-account", "account_id", account).is(204);

    isError(brain.create(token, DatabrainServer.uuid()), 401, "AUTHENTICATION_ERROR");
    isError(brain.trySignIn(EMAIL, DatabrainServer.PASSWORD), 400, "USER_NOT_FOUND");
    isError(brain.signUp(EMAIL).send(), 400, "INVALID_REQUEST");
  }

  @Test
  void domains_can_be_blocked_and_unknown_users_kept_to_ourselves() {
    try (var other =
        new DatabrainServer(
            "annals.compat.databrain.blocked-email-domains=Mail.example,post.example",
            "annals.compat.databrain.tell-unknown-users=false",
            "annals.compat.databrain.token-lifetime=10m")) {
      isError(other.signUp("ada@mail.example").send(), 400, "INVALID REQUEST BODY");
      isError(other.signUp("ada@POST.Example").send(), 400, "INVALID REQUEST BODY");
      var token = jwt(other.signUp("ada@sub.mail.example").send());

      var unknown = other.trySignIn("nobody@mail.example", DatabrainServer.PASSWORD);
      var wrong = other.trySignIn("ada@sub.mail.example", "some password that is not hers 91");
      isError(unknown, 400, "Invalid credentials");
      assertThat(unknown.text()).isEqualTo(wrong.text());
      assertThat(unknown.headerNames()).isEqualTo(wrong.headerNames());

      other.clock().advance(Duration.ofMinutes(10));
      isError(other.create(token, DatabrainServer.uuid()), 401, "AUTHENTICATION_ERROR");
    }
  }
}
