package dev.annals.query.credential;

import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.query.view.Micros;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SignInMethod;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last attempts to sign in to an account went.
 *
 * @param consecutiveFailures wrong passwords since the last right one, or since another was set
 * @param waitUntil before this, no attempt was looked at
 */
public record SignInState(
    Optional<Success> lastSuccess,
    Optional<Failure> lastFailure,
    int consecutiveFailures,
    Optional<Instant> waitUntil) {
  /** Of an account nobody ever tried to sign in to. */
  public static final SignInState NONE =
      new SignInState(Optional.empty(), Optional.empty(), 0, Optional.empty());

  /** Somebody was let in. */
  public record Success(Instant at, SignInMethod method, Family family) {}

  /** Somebody was not. */
  public record Failure(Instant at, RefusalReason reason) {}

  public SignInState after(SessionStarted e) {
    var success = new Success(Micros.of(e.at()), e.method(), e.family());
    return new SignInState(Optional.of(success), lastFailure, consecutiveFailures, waitUntil);
  }

  public SignInState after(SignInRefused e) {
    var failure = new Failure(Micros.of(e.at()), e.reason());
    return new SignInState(lastSuccess, Optional.of(failure), consecutiveFailures, waitUntil);
  }

  public SignInState after(CredentialEvent event) {
    return switch (event) {
      case PasswordRejected e -> rejected(e);
      case PasswordSet _, PasswordChanged _, PasswordReset _, WrongPasswordsForgiven _ -> anew();
      case OneTimePasswordUsed _, PasswordRehashed _ -> this;
    };
  }

  /** The count begins anew, and nobody has to wait. */
  public SignInState anew() {
    return new SignInState(lastSuccess, lastFailure, 0, Optional.empty());
  }

  private SignInState rejected(PasswordRejected e) {
    var failure = new Failure(Micros.of(e.at()), RefusalReason.WRONG_PASSWORD);
    return new SignInState(
        lastSuccess, Optional.of(failure), e.consecutive(), e.waitUntil().map(Micros::of));
  }
}
