package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.command.decision.Commands;
import dev.annals.command.federation.FederatedSubjects;
import dev.annals.command.federation.SubjectRegistrar;
import dev.annals.event.Circumstances;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom a federated subject leads to, as administrators say. */
@ExtendWith(NothingLeaks.class)
class FederatedSubjectsIT {
  private static final FederatedServer SERVER = new FederatedServer("auth0|nobody");

  private final Annals annals = SERVER.annals();
  private final Tokens administrator = SERVER.administrator();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_subject_leads_to_the_account_it_was_linked_to_until_it_is_unlinked() {
    var person = annals.person(administrator);
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|ada")).isEmpty();

    SERVER.link(person.account(), "auth0|ada").is(204).isPositioned();
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|ada")).contains(person.account());
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|Ada")).isEmpty();
    assertThat(SERVER.subjects(person.account())).containsExactly("auth0|ada");

    SERVER.unlink(SERVER.byHand(), "auth0|ada").is(204).isPositioned();
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|ada")).isEmpty();
    assertThat(SERVER.subjects(person.account())).isEmpty();
  }

  @Test
  void what_is_so_already_is_not_recorded_again() {
    var person = annals.person(administrator);
    SERVER.link(person.account(), "auth0|bob").is(204);
    long head = annals.head(administrator);

    SERVER.link(person.account(), "auth0|bob").is(204);
    SERVER.unlink(SERVER.byHand(), "auth0|nobody").isProblem(404, "subject-unknown");
    assertThat(annals.log(administrator, head)).isEmpty();
  }

  @Test
  void a_subject_leads_to_one_account_and_an_account_has_many() {
    var one = annals.person(administrator);
    var other = annals.person(administrator);
    SERVER.link(one.account(), "auth0|cat").is(204);

    SERVER.link(other.account(), "auth0|cat").isProblem(409, "subject-taken");
    SERVER.link(one.account(), "auth0|cat-at-work").is(204);
    assertThat(SERVER.subjects(one.account())).containsExactly("auth0|cat", "auth0|cat-at-work");
  }

  @Test
  void only_usable_accounts_and_trusted_issuers_are_linked() {
    var person = annals.person(administrator);
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    SERVER.link(person.account(), "auth0|dan").isProblem(409, "account-not-usable");
    SERVER
        .link("01890000-0000-7000-8000-000000000000", "auth0|dan")
        .isProblem(404, "account-unknown");
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
    SERVER.link(person.account(), "auth0\u0000dan").blames("subject");
  }

  @Test
  void links_of_an_issuer_that_is_not_trusted_any_more_can_be_removed() {
    var person = annals.person(administrator);
    var former = new FederatedSubject(new Issuer("https://former.example/"), new Subject("x"));
    var link =
        SERVER
            .bean(SubjectRegistrar.class)
            .link(new AccountId(UUID.fromString(person.account())), former);
    var _ = SERVER.bean(Commands.class).send(link, Circumstances.SYSTEM);
    assertThat(SERVER.subjects(person.account())).containsExactly("x");

    annals
        .tell(
            administrator,
            "unlink-federated-subject",
            "issuer",
            "https://former.example/",
            "subject",
            "x")
        .is(204);
    assertThat(SERVER.subjects(person.account())).isEmpty();
  }

  @Test
  void only_administrators_link_and_unlink() {
    var person = annals.person(administrator);
    var own = annals.signIn(person);
    Object[] name = {"issuer", SERVER.byHand().name(), "subject", "auth0|eve"};
    Object[] link = {
      "account_id", person.account(), "issuer", SERVER.byHand().name(), "subject", "auth0|eve"
    };

    annals.tell(own, "link-federated-subject", link).isProblem(403, "role-required");
    annals.tell(own, "unlink-federated-subject", name).isProblem(403, "role-required");
  }

  @Test
  void an_erasure_forgets_the_subject_and_frees_it() {
    var person = annals.person(administrator);
    SERVER.link(person.account(), "auth0|finn").is(204);
    SERVER.link(person.account(), "auth0|finn-at-work").is(204);
    long head = annals.head(administrator);

    annals.tell(administrator, "erase-account", "account_id", person.account()).is(204);
    assertThat(FederatedServer.namesOf(annals.log(administrator, head)))
        .containsExactly(
            "federated_subject.unlinked", "federated_subject.unlinked", "account.erased");
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|finn")).isEmpty();
    assertThat(SERVER.subjects(person.account())).isEmpty();
    var next = annals.person(administrator);
    SERVER.link(next.account(), "auth0|finn").is(204);
    assertThat(SERVER.signsIn(SERVER.byHand(), "auth0|finn")).contains(next.account());
  }

  @Test
  void the_log_tells_no_subject_in_clear() {
    var person = annals.person(administrator);
    SERVER.link(person.account(), "auth0|a-very-special-name").is(204);

    assertThat(annals.log(administrator, 0).toString())
        .contains("federated_subject.linked")
        .doesNotContain("a-very-special-name")
        .doesNotContain(SERVER.byHand().name());
    assertThat(SERVER.bean(FederatedSubjects.class).holder(name("auth0|a-very-special-name")))
        .map(AccountId::toString)
        .contains(person.account());
  }

  private static FederatedSubject name(String subject) {
    return new FederatedSubject(new Issuer(SERVER.byHand().name()), new Subject(subject));
  }
}
