package dev.annals.command.axon;

import dev.annals.command.account.AccountCommand;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.Administration;
import dev.annals.command.account.RevokeAllSessions;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.client.ApiKeyCommand;
import dev.annals.command.client.ApiKeys;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.credential.CredentialCommand;
import dev.annals.command.decision.Samples;
import dev.annals.command.installation.AppointAdministrator;
import dev.annals.command.installation.Installation;
import dev.annals.command.installation.InstallationCommand;
import dev.annals.command.key.KeyRings;
import dev.annals.command.key.RotateSigningKey;
import dev.annals.command.login.ChangeLogin;
import dev.annals.command.login.LoginChange;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.LoginCommand;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.SessionCommand;
import dev.annals.command.session.Sessions;
import dev.annals.command.session.SignIn;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.store.EventLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A process of our own, as far as decisions go: every command bound, on a log in memory. */
public final class EveryStream {
  private static final long MOST_STATES = 1_000;

  private EveryStream() {}

  public static AxonStreams on(EventLog log) {
    return new AxonStreams(log, Randomness.secure(InstantSource.system()), MOST_STATES, bindings());
  }

  /** Makes Grace the first administrator; five facts tell of it. */
  static void appointGrace(AxonStreams streams) {
    var grace =
        new RegisterAccount(
            Samples.GRACES,
            Samples.GRACE,
            Samples.LOGIN,
            Optional.empty(),
            Samples.VERIFIER,
            Samples.NOON);
    var _ = streams.commands().send(new AppointAdministrator(grace), Circumstances.SYSTEM);
  }

  private static List<Binding<?, ?>> bindings() {
    return List.of(
        new Binding<>(AccountCommand.class, Administration.STREAM),
        new Binding<>(RevokeAllSessions.class, Accounts.STREAM),
        new Binding<>(CredentialCommand.class, Accounts.STREAM),
        new Binding<>(SignIn.class, Accounts.STREAM),
        new Binding<>(IssueApiKey.class, Accounts.STREAM),
        new Binding<>(LoginCommand.class, LoginClaims.STREAM),
        new Binding<>(ChangeLogin.class, LoginChange.STREAM),
        new Binding<>(SessionCommand.class, Sessions.STREAM),
        new Binding<>(ApiKeyCommand.class, ApiKeys.STREAM),
        new Binding<>(RotateSigningKey.class, KeyRings.STREAM),
        new Binding<>(InstallationCommand.class, Installation.STREAM));
  }
}
