package dev.annals.command.account;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the decisions need to remember about an account, and nothing more. */
public sealed interface Account {
  /** Nobody registered it, or not yet completely. */
  record Unknown() implements Account {}

  /**
   * It exists; whether it may be used is another question.
   *
   * @param subjects of other issuers that lead here, in the order they were linked
   */
  record Registered(
      Profile profile, Rights rights, Optional<Credential> credential, List<Linked> subjects)
      implements Account {
    public Set<Role> roles() {
      return rights.roles();
    }

    public boolean locked() {
      return rights.locked();
    }

    public boolean disabled() {
      return rights.disabled();
    }

    public boolean isUsable() {
      return rights.areUsable();
    }
  }

  /** The person was forgotten. */
  record Erased() implements Account {}

  /** Who it is, sealed. */
  record Profile(
      LoginIndex loginIndex, Sealed login, Optional<Sealed> displayName, Instant registeredAt) {}

  /** A federated subject, and its name sealed. */
  record Linked(SubjectIndex subject, Sealed name) {}

  static Account evolve(Account account, Event event) {
    return switch (event) {
      case AccountRegistered e -> registered(e);
      case AccountEvent e when account instanceof Registered known -> Fold.account(known, e);
      case CredentialEvent e when account instanceof Registered known -> Fold.password(known, e);
      case FederationEvent e when account instanceof Registered known -> Fold.subject(known, e);
      default -> account;
    };
  }

  private static Registered registered(AccountRegistered e) {
    var profile = new Profile(e.loginIndex(), e.login(), e.displayName(), e.at());
    return new Registered(profile, Rights.FIRST, Optional.empty(), List.of());
  }

  /** The cases. */
  final class Fold {
    private Fold() {}

    private static Account account(Registered known, AccountEvent event) {
      return switch (event) {
        case LoginChanged e -> renamed(known, e);
        case AccountErased _ -> new Erased();
        case RoleGranted _,
            RoleRevoked _,
            AccountLocked _,
            AccountUnlocked _,
            AccountDisabled _,
            AccountEnabled _ ->
            entitled(known, known.rights().evolve(event));
        case AccountRegistered _, AllSessionsRevoked _ -> known;
      };
    }

    private static Registered password(Registered known, CredentialEvent event) {
      var credential =
          switch (event) {
            case PasswordSet e -> Optional.of(Credential.with(e.verifier()));
            // Also how an account that was opened without a password gets one.
            case PasswordReset e -> Optional.of(Credential.after(e));
            case PasswordChanged _,
                OneTimePasswordUsed _,
                PasswordRehashed _,
                PasswordRejected _,
                WrongPasswordsForgiven _ ->
                known.credential().map(old -> old.evolve(event));
          };
      return new Registered(known.profile(), known.rights(), credential, known.subjects());
    }

    private static Registered subject(Registered known, FederationEvent event) {
      var others =
          known.subjects().stream().filter(linked -> !linked.subject().equals(event.subject()));
      var subjects =
          switch (event) {
            case FederatedSubjectLinked e ->
                Stream.concat(others, Stream.of(new Linked(e.subject(), e.name())));
            case FederatedSubjectUnlinked _ -> others;
          };
      return new Registered(known.profile(), known.rights(), known.credential(), subjects.toList());
    }

    private static Registered renamed(Registered known, LoginChanged e) {
      var old = known.profile();
      var profile = new Profile(e.loginIndex(), e.login(), old.displayName(), old.registeredAt());
      return new Registered(profile, known.rights(), known.credential(), known.subjects());
    }

    private static Registered entitled(Registered known, Rights rights) {
      return new Registered(known.profile(), rights, known.credential(), known.subjects());
    }
  }
}
