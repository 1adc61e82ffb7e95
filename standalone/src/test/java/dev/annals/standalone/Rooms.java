package dev.annals.standalone;

import dev.annals.account.AccountEvent;
import dev.annals.address.ClientAddress;
import dev.annals.audit.AuditEvent;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.check.TokenCheck;
import dev.annals.client.ApiKeyEvent;
import dev.annals.command.AnnalsCommandSide;
import dev.annals.command.account.Accounts;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.company.Company;
import dev.annals.command.credential.ChangePassword;
import dev.annals.command.decision.Command;
import dev.annals.command.key.RotateSigningKey;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.session.SignIn;
import dev.annals.command.subject.SubjectClaims;
import dev.annals.company.CompanyEvent;
import dev.annals.credential.CredentialEvent;
import dev.annals.crypto.Sealing;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.history.Histories;
import dev.annals.installation.InstallationEvent;
import dev.annals.query.AnnalsQuerySide;
import dev.annals.request.RequestEvent;
import dev.annals.session.SessionEvent;
import dev.annals.store.EventLog;
import dev.annals.token.Standing;

/** The rooms that rules are about, each named by a class that lives in it. */
final class Rooms {
  static final String[] KERNEL = {
    room(AccountEvent.class),
    room(ClientAddress.class),
    room(AuditEvent.class),
    room(EventCatalogue.class),
    room(ApiKeyEvent.class),
    room(CompanyEvent.class),
    room(CredentialEvent.class),
    room(Sealing.class),
    room(Event.class),
    room(FederationEvent.class),
    room(InstallationEvent.class),
    room(RequestEvent.class),
    room(SessionEvent.class),
    room(Standing.class),
    room(Histories.class),
    room(TokenCheck.class)
  };
  static final String[] RULES = {
    room(Histories.class),
    room(Command.class),
    room(Accounts.class),
    room(LoginClaims.class),
    room(ChangePassword.class),
    room(SignIn.class),
    room(IssueApiKey.class),
    room(RotateSigningKey.class),
    room(SubjectClaims.class),
    room(Company.class)
  };
  static final String[] LANGUAGE = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "org.jspecify..",
    "com.google.errorprone.annotations.."
  };
  static final String STORE = room(EventLog.class);
  static final String COMMAND_SIDE = room(AnnalsCommandSide.class);
  static final String QUERY_SIDE = room(AnnalsQuerySide.class);

  private Rooms() {}

  /** The room where somebody lives, with all the rooms behind it. */
  static String room(Class<?> inhabitant) {
    return inhabitant.getPackageName() + "..";
  }
}
