package dev.annals.command.app;

import dev.annals.command.account.AccountCommand;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.Administration;
import dev.annals.command.account.RevokeAllSessions;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.client.ApiKeyCommand;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.client.SecretChoice;
import dev.annals.command.client.TokenCommand;
import dev.annals.command.company.Company;
import dev.annals.command.company.FoundCompany;
import dev.annals.command.credential.CredentialCommand;
import dev.annals.command.installation.InstallationCommand;
import dev.annals.command.key.RotateSharedKey;
import dev.annals.command.key.RotateSigningKey;
import dev.annals.command.login.ChangeLogin;
import dev.annals.command.login.LoginChange;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.LoginCommand;
import dev.annals.command.session.KeyedAccount;
import dev.annals.command.session.SessionCommand;
import dev.annals.command.session.SignIn;
import dev.annals.command.session.SignInFederated;
import dev.annals.command.session.SignInWithPrivateToken;
import dev.annals.command.subject.LinkSubject;
import dev.annals.command.subject.NoteStranger;
import dev.annals.command.subject.OpenAccountForSubject;
import dev.annals.command.subject.SubjectClaims;
import dev.annals.command.subject.SubjectLink;
import dev.annals.command.subject.SubjectOpening;
import dev.annals.command.subject.UnlinkSubject;
import dev.annals.history.ApiKeys;
import dev.annals.history.Installation;
import dev.annals.history.KeyRings;
import dev.annals.history.Sessions;
import java.util.List;

/** Which commands are decided on which stream: all of them, once. */
public final class StreamBindings {
  private StreamBindings() {}

  public static List<Binding<?, ?>> all() {
    return List.of(
        new Binding<>(AccountCommand.class, Administration.STREAM),
        new Binding<>(RevokeAllSessions.class, Accounts.STREAM),
        new Binding<>(CredentialCommand.class, Accounts.STREAM),
        new Binding<>(SignIn.class, Accounts.STREAM),
        new Binding<>(SignInWithPrivateToken.class, KeyedAccount.STREAM),
        new Binding<>(IssueApiKey.class, Accounts.STREAM),
        new Binding<>(LoginCommand.class, LoginClaims.STREAM),
        new Binding<>(ChangeLogin.class, LoginChange.STREAM),
        new Binding<>(SignInFederated.class, SubjectLink.STREAM),
        new Binding<>(NoteStranger.class, SubjectClaims.STREAM),
        new Binding<>(LinkSubject.class, SubjectLink.STREAM),
        new Binding<>(UnlinkSubject.class, SubjectClaims.STREAM),
        new Binding<>(OpenAccountForSubject.class, SubjectOpening.STREAM),
        new Binding<>(SessionCommand.class, Sessions.STREAM),
        new Binding<>(ApiKeyCommand.class, ApiKeys.STREAM),
        new Binding<>(TokenCommand.class, SecretChoice.STREAM),
        new Binding<>(RotateSigningKey.class, KeyRings.STREAM),
        new Binding<>(RotateSharedKey.class, KeyRings.STREAM),
        new Binding<>(FoundCompany.class, Company.STREAM),
        new Binding<>(InstallationCommand.class, Installation.STREAM));
  }
}
