package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.federation.TestIssuer;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whoever a trusted issuer vouches for signs in, and has a session like any other. */
@ExtendWith(NothingLeaks.class)
class FederatedSignInIT {
  private static final FederatedServer SERVER =
      new FederatedServer(
          "auth0|ada-lovelace-1815",
          "auth0|alan-turing-1912",
          "auth0|emmy-noether-1882",
          "auth0|rosalind-franklin-1920");
  private static final TestIssuer BY_HAND = SERVER.byHand();
  private static final TestIssuer BY_NAME = SERVER.byName();

  private final Annals annals = SERVER.annals();
  private final Tokens administrator = SERVER.administrator();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** Somebody whom an administrator has linked to an account of theirs. */
  private String linked(String subject) {
    var account = annals.person(administrator).account();
    SERVER.link(account, subject).is(204);
    return account;
  }

  private List<JsonNode> log(long after) {
    return annals.log(administrator, after);
  }

  private boolean isActive(String token) {
    return annals.introspect(annals.apiKey(administrator), token).required("active").asBoolean();
  }

  @Test
  void who_is_allowed_by_name_gets_an_account_and_finds_it_again() {
    long head = annals.head(administrator);
    var answer = SERVER.comes(BY_NAME, "auth0|ada-lovelace-1815").isUncached().isPositioned();
    var first = Tokens.of(answer);
    assertThat(FederatedServer.namesOf(log(head)))
        .containsExactly(
            "account.registered",
            "federated_subject.linked",
            "session.started",
            "session.tokens_issued");
    assertThat(SERVER.subjects(first.account())).containsExactly("auth0|ada-lovelace-1815");

    head = annals.head(administrator);
    var second = Tokens.of(SERVER.comes(BY_NAME, "auth0|ada-lovelace-1815"));
    assertThat(second.account()).isEqualTo(first.account());
    assertThat(second.session()).isNotEqualTo(first.session());
    assertThat(FederatedServer.namesOf(log(head)))
        .containsExactly("session.started", "session.tokens_issued");
  }

  @Test
  void many_first_times_at_once_open_one_account() throws Exception {
    long head = annals.head(administrator);
    Callable<Answer> coming = () -> SERVER.comes(BY_NAME, "auth0|emmy-noether-1882");
    var accounts = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var came : threads.invokeAll(Collections.nCopies(8, coming))) {
        accounts.add(Tokens.of(came.get()).account());
      }
    }

    assertThat(accounts).hasSize(1);
    assertThat(FederatedServer.namesOf(log(head))).containsOnlyOnce("account.registered");
  }

  @Test
  void who_was_linked_comes_into_the_account_by_password_and_by_token() {
    var person = annals.person(administrator);
    SERVER.link(person.account(), "auth0|grace-hopper-1906").is(204);

    var tokens = Tokens.of(SERVER.comes(BY_HAND, "auth0|grace-hopper-1906"));
    assertThat(tokens.account()).isEqualTo(person.account());
    assertThat(annals.signIn(person).account()).isEqualTo(person.account());
    assertThat(annals.sessions(tokens.access()).is(200).json().required("sessions")).hasSize(2);
  }

  @Test
  void the_log_tells_by_what_and_through_what_the_session_began() {
    var account = linked("auth0|mary-somerville-1780");
    long head = annals.head(administrator);
    var _ = Tokens.of(SERVER.comes(BY_HAND, "auth0|mary-somerville-1780"));

    var started = log(head).getFirst();
    assertThat(started.at("/payload/method").asString()).isEqualTo("federated");
    assertThat(started.at("/payload/family").asString()).isEqualTo("annals");
    assertThat(started.at("/payload/password_change_required").asBoolean()).isFalse();
    assertThat(started.at("/metadata/subject").asString()).isEqualTo(account);
    assertThat(started.at("/metadata/family").asString()).isEqualTo("annals");
  }

  @Test
  void the_tokens_are_like_any_others() {
    var account = linked("auth0|sofia-kovalevskaya-1850");
    var tokens = Tokens.of(SERVER.comes(BY_HAND, "auth0|sofia-kovalevskaya-1850"));

    var told = annals.introspect(annals.apiKey(administrator), tokens.access());
    assertThat(told.required("sub").asString()).isEqualTo(account);
    assertThat(told.required("client_id").asString()).isEqualTo("annals");
    assertThat(told.required("scope").asString()).isEqualTo("account");
    var next = Tokens.of(annals.refresh(tokens.refresh()));
    assertThat(next.session()).isEqualTo(tokens.session());
    annals.tell(next, "sign-out").is(204);
    assertThat(isActive(next.access())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock-account", "disable-account", "erase-account"})
  void what_closes_the_account_ends_the_session(String command) {
    var subject = "auth0|" + command + "-was-told-of-me";
    var account = linked(subject);
    var tokens = Tokens.of(SERVER.comes(BY_HAND, subject));
    assertThat(isActive(tokens.access())).isTrue();

    annals.tell(administrator, command, "account_id", account).is(204);
    annals.sessions(tokens.access()).isProblem(401, "unauthenticated");
    annals.refresh(tokens.refresh()).isProblem(401, "refresh-refused");
    assertThat(isActive(tokens.access())).isFalse();
    assertThat(isActive(tokens.refresh())).isFalse();
    SERVER.comes(BY_HAND, subject).isProblem(401, "federated-sign-in-refused");
  }

  @Test
  void an_unlinked_subject_comes_in_no_more_but_the_session_goes_on() {
    var _ = linked("auth0|caroline-herschel-1750");
    var tokens = Tokens.of(SERVER.comes(BY_HAND, "auth0|caroline-herschel-1750"));

    SERVER.unlink(BY_HAND, "auth0|caroline-herschel-1750").is(204);
    SERVER
        .comes(BY_HAND, "auth0|caroline-herschel-1750")
        .isProblem(401, "federated-sign-in-refused");
    annals.sessions(tokens.access()).is(200);
  }

  @Test
  void who_is_allowed_by_name_gets_another_account_after_an_erasure() {
    var first = Tokens.of(SERVER.comes(BY_NAME, "auth0|alan-turing-1912"));
    annals.tell(administrator, "erase-account", "account_id", first.account()).is(204);

    var next = Tokens.of(SERVER.comes(BY_NAME, "auth0|alan-turing-1912"));
    assertThat(next.account()).isNotEqualTo(first.account());
  }

  @Test
  void a_request_that_comes_again_gets_the_same_answer() {
    var _ = linked("auth0|lise-meitner-1878");
    var token = SERVER.token(BY_HAND, "auth0|lise-meitner-1878");
    var first = SERVER.shows(token).key("federated-1").send().is(200);
    long head = annals.head(administrator);

    var again = SERVER.shows(token).key("federated-1").send().is(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(annals.log(administrator, head)).isEmpty();

    var other = SERVER.token(BY_HAND, "auth0|lise-meitner-1878", "nonce=\"n\"");
    SERVER.shows(other).key("federated-1").send().isProblem(422, "idempotency-key-reused");
  }

  @Test
  void a_first_time_that_comes_again_gets_the_same_answer_and_account() {
    var token = SERVER.token(BY_NAME, "auth0|rosalind-franklin-1920");
    var first = Tokens.of(SERVER.shows(token).key("federated-2").send());
    long head = annals.head(administrator);

    assertThat(Tokens.of(SERVER.shows(token).key("federated-2").send())).isEqualTo(first);
    assertThat(annals.log(administrator, head)).isEmpty();
  }

  @Test
  void the_key_of_one_person_is_nothing_to_another() {
    var one = linked("auth0|dorothy-hodgkin-1910");
    var other = linked("auth0|chien-shiung-wu-1912");
    var first = SERVER.shows(SERVER.token(BY_HAND, "auth0|dorothy-hodgkin-1910"));
    var second = SERVER.shows(SERVER.token(BY_HAND, "auth0|chien-shiung-wu-1912"));

    assertThat(Tokens.of(first.key("federated-3").send()).account()).isEqualTo(one);
    assertThat(Tokens.of(second.key("federated-3").send()).account()).isEqualTo(other);
  }

  @Test
  void an_answer_is_not_told_again_to_who_shows_a_token_that_has_expired_since() {
    var _ = linked("auth0|barbara-mcclintock-1902");
    long soon = SERVER.clock().instant().getEpochSecond() + 10;
    var token = SERVER.token(BY_HAND, "auth0|barbara-mcclintock-1902", "exp=" + soon);
    SERVER.shows(token).key("federated-4").send().is(200);

    SERVER.clock().advance(Duration.ofSeconds(80));
    SERVER.shows(token).key("federated-4").send().isProblem(401, "federated-token-refused");
  }
}
