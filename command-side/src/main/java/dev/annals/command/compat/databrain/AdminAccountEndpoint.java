package dev.annals.command.compat.databrain;

import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.CompanySignUp;
import dev.annals.command.gate.CompanySignUp.Plan;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.gate.PasswordSignIn.Claim;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Registrar.Applicant;
import dev.annals.command.http.Content;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs the first admin up, with the company, and signs admins in. */
@RestController
@ConditionalOnProperty("annals.compat.databrain.enabled")
final class AdminAccountEndpoint {
  private static final int SHORTEST_NAME = 3;
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_COMPANY = 200;
  private static final Reply LATE =
      Replies.error(
          400,
          DatabrainDialect.INVALID_REQUEST,
          "Your company account is already created, please sign in");

  private final CompanySignUp companies;
  private final PasswordSignIn passwords;
  private final Registrar registrar;
  private final DatabrainIssuer issuer;
  private final DatabrainSettings settings;

  AdminAccountEndpoint(
      CompanySignUp companies,
      PasswordSignIn passwords,
      Registrar registrar,
      DatabrainIssuer issuer,
      DatabrainSettings settings) {
    this.companies = companies;
    this.passwords = passwords;
    this.registrar = registrar;
    this.issuer = issuer;
    this.settings = settings;
  }

  @PostMapping(Paths.SIGN_UP)
  ResponseEntity<Object> signUp(Content content, Exchange exchange) {
    var body = JoiBody.of(content);
    var founder = founder(body);
    var company = body.text("companyName", 1, LONGEST_COMPANY);
    var plan = new Plan(founder, PasswordRules.POLICY, company, AdminRole.ROLE);
    return companies.signUp(exchange, plan, issuer, LATE).entity();
  }

  private Applicant founder(JoiBody body) {
    var firstName = firstName(body);
    var login = new Login(email(body));
    var password = body.password(PasswordRules.FIELD);
    var founder = new Applicant(login, password, Optional.of(firstName));
    PasswordRules.judge(registrar.violations(founder, PasswordRules.POLICY));
    return founder;
  }

  private static DisplayName firstName(JoiBody body) {
    var text = body.text("firstName", SHORTEST_NAME, LONGEST_NAME);
    try {
      return new DisplayName(text);
    } catch (IllegalArgumentException _) {
      throw JoiBody.invalid("firstName");
    }
  }

  private String email(JoiBody body) {
    var email = body.email("email");
    if (settings.blockedEmailDomains().contains(Email.domain(email))) {
      throw JoiBody.invalid("email");
    }
    return email;
  }

  @PostMapping(Paths.SIGN_IN)
  ResponseEntity<Object> signIn(Content content, Exchange exchange) {
    var body = JoiBody.of(content);
    var claim = new Claim(body.email("email"), body.password("password"));
    return passwords.signIn(exchange, claim, issuer).entity();
  }
}
