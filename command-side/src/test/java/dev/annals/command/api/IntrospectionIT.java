package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What RFC 7662 and RFC 7009 ask of us. */
@ExtendWith(NothingLeaks.class)
class IntrospectionIT {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Annals annals = Servers.usual().annals();
  private Tokens administrator;
  private Tokens owner;
  private String key;

  @BeforeEach
  void somebody_signed_in() {
    administrator = annals.administrator();
    owner = annals.signIn(annals.person(administrator));
    key = annals.apiKey(administrator);
  }

  private Answer revoke(String token) {
    return annals.client().post("/oauth2/revoke").bearer(key).form("token", token).send().is(200);
  }

  private boolean isActive(String token) {
    return annals.introspect(key, token).required("active").asBoolean();
  }

  @Test
  void an_access_token_tells_what_it_says() {
    var told = annals.introspect(key, owner.access());
    assertThat(told.propertyNames())
        .containsExactlyInAnyOrder(
            "active",
            "sub",
            "client_id",
            "scope",
            "token_type",
            "exp",
            "iat",
            "aud",
            "iss",
            "jti",
            "sid",
            "roles");
    assertThat(told.required("sub").asString()).isEqualTo(owner.account());
    assertThat(told.required("sid").asString()).isEqualTo(owner.session());
    assertThat(told.required("token_type").asString()).isEqualTo("Bearer");
  }

  @Test
  void whatever_is_not_good_is_inactive_and_nothing_else() {
    for (var token :
        new String[] {
          "x", "a.b.c", owner.access() + "x", "ank_x", "anr_x", " ", "\u0000", "' or '1'='1", "💥"
        }) {
      assertThat(annals.introspect(key, token)).isEqualTo(Json.read("{\"active\":false}"));
    }
  }

  @Test
  void revoking_what_nobody_knows_is_fine() {
    for (var token : new String[] {"x", "a.b.c", owner.access() + "x", "ank_x", "anr_x", "💥"}) {
      assertThat(revoke(token).text()).isEmpty();
    }
  }

  @Test
  void revoking_an_access_token_leaves_the_session() {
    revoke(owner.access()).isPositioned();
    assertThat(isActive(owner.access())).isFalse();
    annals.sessions(owner.access()).isProblem(401, "unauthenticated");
    assertThat(isActive(owner.refresh())).isTrue();
    annals.sessions(Tokens.of(annals.refresh(owner.refresh())).access()).is(200);
    assertThat(revoke(owner.access()).header("Annals-Position")).isEmpty();
  }

  @Test
  void revoking_a_refresh_token_ends_the_session() {
    revoke(owner.refresh()).isPositioned();
    assertThat(isActive(owner.refresh())).isFalse();
    assertThat(isActive(owner.access())).isFalse();
    assertThat(revoke(owner.refresh()).header("Annals-Position")).isEmpty();
  }

  @Test
  void revoking_an_api_key_ends_it() {
    var other = annals.apiKey(owner);
    assertThat(isActive(other)).isTrue();
    revoke(other).isPositioned();
    assertThat(isActive(other)).isFalse();
  }

  @Test
  void only_programs_and_administrators_may_ask() {
    for (var path : new String[] {"/oauth2/introspect", "/oauth2/revoke"}) {
      var client = annals.client();
      client.post(path).form("token", owner.access()).send().isProblem(401, "unauthenticated");
      client
          .post(path)
          .bearer(owner.access())
          .form("token", owner.access())
          .send()
          .isProblem(403, "role-required");
      client.post(path).bearer(administrator.access()).form("token", "x").send().is(200);
    }
    assertThat(isActive(owner.access())).isTrue();
  }

  @Test
  void a_field_given_twice_is_refused() {
    for (var path : new String[] {"/oauth2/introspect", "/oauth2/revoke"}) {
      annals
          .client()
          .post(path)
          .bearer(key)
          .form("token", owner.access(), "token", "x")
          .send()
          .blames("token");
    }
    assertThat(isActive(owner.access())).isTrue();
  }

  @Test
  void a_token_in_the_query_is_not_read() {
    for (var path : new String[] {"/oauth2/introspect", "/oauth2/revoke"}) {
      annals
          .client()
          .post(path + "?token=" + owner.access())
          .bearer(key)
          .body(FORM, new byte[0])
          .send()
          .blames("token");
      annals
          .client()
          .post(path + "?token=" + owner.access())
          .bearer(key)
          .form("token", "x")
          .send()
          .is(200);
    }
    assertThat(isActive(owner.access())).isTrue();
  }

  @Test
  void a_hint_may_be_given_and_may_be_wrong() {
    var answer =
        annals
            .client()
            .post("/oauth2/introspect")
            .bearer(key)
            .form("token", owner.access(), "token_type_hint", "refresh_token")
            .send()
            .is(200);
    assertThat(answer.isUncached().json().required("active").asBoolean()).isTrue();
  }

  @Test
  void forms_are_read_as_forms_or_refused() {
    var client = annals.client();
    client
        .post("/oauth2/introspect")
        .bearer(key)
        .json("{\"token\":\"x\"}")
        .send()
        .isProblem(415, "unsupported-media-type");
    client
        .post("/oauth2/introspect")
        .bearer(key)
        .body(FORM, "token=%zz".getBytes(UTF_8))
        .send()
        .blames("body");
    client
        .post("/oauth2/introspect")
        .bearer(key)
        .body(FORM, "token=".getBytes(UTF_8))
        .send()
        .blames("token");
    client
        .post("/oauth2/introspect")
        .bearer(key)
        .body(FORM, "&&=&tok".getBytes(UTF_8))
        .send()
        .blames("token");
    client
        .post("/oauth2/introspect")
        .bearer(key)
        .body(FORM, "a".repeat(1 << 20).getBytes(UTF_8))
        .send()
        .isProblem(413, "request-too-large");
  }
}
