package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.command.decision.Commands;
import dev.annals.command.federation.FederatedSubjects;
import dev.annals.command.federation.FederatedTokens;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.SubjectRegistrar;
import dev.annals.command.federation.TestIssuer;
import dev.annals.command.federation.TestKey;
import dev.annals.event.Circumstances;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import dev.annals.store.TestPostgres;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two issuers: one whose people are linked by hand, and one that lets three in by name. */
@ExtendWith(NothingLeaks.class)
class FederatedSubjectsIT {
  private static final TestKey KEY = TestKey.of("k", TestKey.Kind.ES256);
  private static final TestIssuer BY_HAND = new TestIssuer();
  private static final TestIssuer BY_NAME = new TestIssuer();
  private static @Nullable Server started;

  private final Server server = server();
  private final Annals annals = server.annals();
  private final Tokens administrator = annals.administrator();

  @BeforeAll
  static void start() {
    BY_HAND.has(KEY);
    BY_NAME.has(KEY);
    started =
        Server.start(
            TestPostgres.freshDatabase(),
            new SettableClock(),
            "annals.federation.issuers[0].issuer=" + BY_HAND.name(),
            "annals.federation.issuers[0].audience=annals",
            "annals.federation.issuers[1].issuer=" + BY_NAME.name(),
            "annals.federation.issuers[1].jwks-uri=" + BY_NAME.name() + "keys",
            "annals.federation.issuers[1].audience=annals",
            "annals.federation.issuers[1].client-id=spa",
            "annals.federation.issuers[1].allowed-subjects=auth0|grace,auth0|kay,auth0|lin");
  }

  @AfterAll
  static void stop() {
    server().close();
    BY_HAND.close();
    BY_NAME.close();
  }

  private static Server server() {
    return Optional.ofNullable(started).orElseThrow();
  }

  private Answer link(String account, String subject) {
    return annals.tell(
        administrator,
        "link-federated-subject",
        "account_id",
        account,
        "issuer",
        BY_HAND.name(),
        "subject",
        subject);
  }

  private Answer unlink(TestIssuer issuer, String subject) {
    return annals.tell(
        administrator, "unlink-federated-subject", "issuer", issuer.name(), "subject", subject);
  }

  private Answer show(String account) {
    return annals.client().get("/v1/accounts/" + account).bearer(administrator.access()).send();
  }

  private List<String> subjects(String account) {
    return show(account)
        .is(200)
        .json()
        .required("federated_subjects")
        .valueStream()
        .map(linked -> linked.required("subject").asString())
        .toList();
  }

  private List<String> namesOf(List<JsonNode> events) {
    return events.stream().map(event -> event.required("name").asString()).toList();
  }

  /** Whom a token of that issuer for that subject leads to. */
  private Optional<String> signsIn(TestIssuer issuer, String subject) {
    var exp = server.clock().instant().getEpochSecond() + 60;
    var token =
        KEY.sign(
            "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":[\"annals\"],\"exp\":%d}"
                .formatted(issuer.name(), subject, exp));
    var judgement = server.bean(FederatedTokens.class).judge(token);
    assertThat(judgement).isInstanceOf(Proven.class);
    return server
        .bean(FederatedSubjects.class)
        .account((Proven) judgement, _ -> Circumstances.SYSTEM)
        .map(AccountId::toString);
  }

  @Test
  void a_subject_leads_to_the_account_it_was_linked_to_until_it_is_unlinked() {
    var person = annals.person(administrator);
    assertThat(signsIn(BY_HAND, "auth0|ada")).isEmpty();

    link(person.account(), "auth0|ada").is(204).isPositioned();
    assertThat(signsIn(BY_HAND, "auth0|ada")).contains(person.account());
    assertThat(signsIn(BY_HAND, "auth0|Ada")).isEmpty();
    assertThat(subjects(person.account())).containsExactly("auth0|ada");

    unlink(BY_HAND, "auth0|ada").is(204).isPositioned();
    assertThat(signsIn(BY_HAND, "auth0|ada")).isEmpty();
    assertThat(subjects(person.account())).isEmpty();
  }

  @Test
  void what_is_so_already_is_not_recorded_again() {
    var person = annals.person(administrator);
    link(person.account(), "auth0|bob").is(204);
    long head = annals.head(administrator);

    link(person.account(), "auth0|bob").is(204);
    unlink(BY_HAND, "auth0|nobody").isProblem(404, "subject-unknown");
    assertThat(annals.head(administrator)).isEqualTo(head);
  }

  @Test
  void a_subject_leads_to_one_account_and_an_account_has_many() {
    var one = annals.person(administrator);
    var other = annals.person(administrator);
    link(one.account(), "auth0|cat").is(204);

    link(other.account(), "auth0|cat").isProblem(409, "subject-taken");
    link(one.account(), "auth0|cat-at-work").is(204);
    assertThat(subjects(one.account())).containsExactly("auth0|cat", "auth0|cat-at-work");
  }

  @Test
  void only_usable_accounts_and_trusted_issuers_are_linked() {
    var person = annals.person(administrator);
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    link(person.account(), "auth0|dan").isProblem(409, "account-not-usable");
    link("01890000-0000-7000-8000-000000000000", "auth0|dan").isProblem(404, "account-unknown");
    annals
        .tell(
            administrator,
            "link-federated-subject",
            "account_id",
            person.account(),
            "issuer",
            "https://evil.example/",
            "subject",
            "auth0|dan")
        .blames("issuer");
    link(person.account(), "auth0\u0000dan").blames("subject");
  }

  @Test
  void links_of_an_issuer_that_is_not_trusted_any_more_can_be_removed() {
    var person = annals.person(administrator);
    var former = new FederatedSubject(new Issuer("https://former.example/"), new Subject("x"));
    var link =
        server
            .bean(SubjectRegistrar.class)
            .link(new AccountId(UUID.fromString(person.account())), former);
    var _ = server.bean(Commands.class).send(link, Circumstances.SYSTEM);
    assertThat(subjects(person.account())).containsExactly("x");

    annals
        .tell(
            administrator,
            "unlink-federated-subject",
            "issuer",
            "https://former.example/",
            "subject",
            "x")
        .is(204);
    assertThat(subjects(person.account())).isEmpty();
  }

  @Test
  void only_administrators_link_and_unlink() {
    var person = annals.person(administrator);
    var own = annals.signIn(person);
    Object[] name = {"issuer", BY_HAND.name(), "subject", "auth0|eve"};
    Object[] link = {
      "account_id", person.account(), "issuer", BY_HAND.name(), "subject", "auth0|eve"
    };

    annals.tell(own, "link-federated-subject", link).isProblem(403, "role-required");
    annals.tell(own, "unlink-federated-subject", name).isProblem(403, "role-required");
  }

  @Test
  void who_is_let_in_by_name_gets_an_account_at_the_first_time() {
    long head = annals.head(administrator);
    var account = signsIn(BY_NAME, "auth0|grace").orElseThrow();

    assertThat(namesOf(annals.log(administrator, head)))
        .containsExactly("account.registered", "federated_subject.linked");
    assertThat(signsIn(BY_NAME, "auth0|grace")).contains(account);
    assertThat(show(account).is(200).field("login")).isEqualTo("federated-" + account);
    assertThat(subjects(account)).containsExactly("auth0|grace");
    assertThat(signsIn(BY_NAME, "auth0|mallory")).isEmpty();
  }

  @Test
  void an_account_without_a_password_refuses_all_until_it_is_given_one() {
    var login = "federated-" + signsIn(BY_NAME, "auth0|kay").orElseThrow();
    long head = annals.head(administrator);

    annals.trySignIn(login, Annals.PASSWORD).isProblem(401, "sign-in-refused");
    var refused = annals.log(administrator, head).getFirst();
    assertThat(refused.required("name").asString()).isEqualTo("sign_in.refused");
    assertThat(refused.at("/payload/reason").asString()).isEqualTo("no_password");

    var account = login.substring("federated-".length());
    var once = "a password for the first time 83";
    annals
        .tell(administrator, "reset-password", "account_id", account, "one_time_password", once)
        .is(204);
    annals.trySignIn(login, once).is(200);
  }

  @Test
  void many_first_times_at_once_open_one_account() throws Exception {
    long head = annals.head(administrator);
    Callable<Optional<String>> arriving = () -> signsIn(BY_NAME, "auth0|lin");
    var accounts = new HashSet<Optional<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var arrived : threads.invokeAll(Collections.nCopies(8, arriving))) {
        accounts.add(arrived.get());
      }
    }

    assertThat(accounts).hasSize(1).doesNotContain(Optional.empty());
    assertThat(namesOf(annals.log(administrator, head))).containsOnlyOnce("account.registered");
  }

  @Test
  void an_erasure_forgets_the_subject_and_frees_it() {
    var person = annals.person(administrator);
    link(person.account(), "auth0|finn").is(204);
    link(person.account(), "auth0|finn-at-work").is(204);
    long head = annals.head(administrator);

    annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);
    assertThat(namesOf(annals.log(administrator, head)))
        .containsExactly(
            "federated_subject.unlinked", "federated_subject.unlinked", "account.erased");
    assertThat(signsIn(BY_HAND, "auth0|finn")).isEmpty();
    assertThat(subjects(person.account())).isEmpty();
    var next = annals.person(administrator);
    link(next.account(), "auth0|finn").is(204);
    assertThat(signsIn(BY_HAND, "auth0|finn")).contains(next.account());
  }

  @Test
  void the_log_tells_no_subject_in_clear() {
    var person = annals.person(administrator);
    link(person.account(), "auth0|a-very-special-name").is(204);

    assertThat(annals.log(administrator, 0).toString())
        .contains("federated_subject.linked")
        .doesNotContain("a-very-special-name")
        .doesNotContain(BY_HAND.name());
    assertThat(server.bean(FederatedSubjects.class).holder(name("auth0|a-very-special-name")))
        .map(AccountId::toString)
        .contains(person.account());
  }

  private static FederatedSubject name(String subject) {
    return new FederatedSubject(new Issuer(BY_HAND.name()), new Subject(subject));
  }
}
