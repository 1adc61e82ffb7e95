package dev.annals.command.company;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.FOREIGN;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.registered;
import static dev.annals.command.decision.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.ForeignTerms;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.history.Facts;
import dev.annals.session.Family;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SignInMethod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundCompanyTest {
  private static final Family FAMILY = new Family("databrain");
  private static final Role ROLE = new Role("databrain.admin");
  private static final RegisterAccount REGISTER =
      new RegisterAccount(ADAS, ADA, LOGIN, Optional.empty(), VERIFIER, NOON);
  private static final FoundCompany FOUND =
      new FoundCompany(
          REGISTER,
          sealed("company"),
          ROLE,
          new Beginning(
              SESSION,
              FAMILY,
              SignInMethod.PASSWORD,
              new ForeignTerms(List.of(FOREIGN), LATER, NOON)));
  private static final CompanyFounded FOUNDED = new CompanyFounded(ADA, sealed("company"), NOON);

  private final Scenario<LoginIndex, Company> nothing = Scenario.of(Company.STREAM, ADAS);

  @Test
  void the_founder_has_an_account_a_role_and_a_session_at_once() {
    nothing
        .when(FOUND)
        .thenAccepted(
            registered(ADA, ADAS),
            PASSWORD,
            new RoleGranted(ADA, ROLE, NOON),
            FOUNDED,
            new SessionStarted(SESSION, ADA, FAMILY, SignInMethod.PASSWORD, LATER, false, NOON),
            new ForeignTokensIssued(SESSION, ADA, List.of(FOREIGN), NOON));
  }

  @Test
  void there_is_one_company() {
    nothing.given(new CompanyFounded(BOB, sealed("company"), NOON)).when(FOUND).thenAccepted();
  }

  @Test
  void it_stays_when_its_founder_is_forgotten() {
    nothing
        .given(registered(ADA, ADAS), FOUNDED, new AccountErased(ADA, ADAS, NOON))
        .when(FOUND)
        .thenAccepted();
  }

  @Test
  void a_login_that_somebody_has_founds_nothing() {
    nothing.given(registered(BOB, ADAS)).when(FOUND).thenRefused(Refusal.LOGIN_TAKEN);
  }

  @Test
  void a_login_that_is_free_again_will_do() {
    assertThat(
            nothing
                .given(registered(BOB, ADAS), new AccountErased(BOB, ADAS, NOON))
                .when(FOUND)
                .decision()
                .events())
        .contains(FOUNDED);
  }

  @Test
  void the_decision_rests_on_the_company_and_on_the_login() {
    assertThat(Company.STREAM.facts().apply(ADAS))
        .containsExactly(Facts.tagged("company:annals"), Facts.tagged("login:" + ADAS));
  }
}
