package dev.annals.query.account;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.federation.FederatedSubject;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.credential.PasswordState;
import dev.annals.query.credential.SignInState;
import dev.annals.query.view.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was, for people to read; of an erased one only that it is erased.
 *
 * @param position as of which
 * @param consecutiveFailures wrong passwords since the last right one
 */
record AccountShown(
    AccountId accountId,
    String status,
    @Nullable String login,
    @Nullable String displayName,
    List<Role> roles,
    List<FederatedSubject> federatedSubjects,
    @Nullable Instant registeredAt,
    @Nullable Password password,
    @Nullable Success lastSuccess,
    @Nullable Failure lastFailure,
    int consecutiveFailures,
    @Nullable Instant waitUntil,
    List<Key> apiKeys,
    long position) {

  /** When and how the password came about. */
  record Password(
      String origin, Instant setAt, @Nullable Instant goodUntil, @Nullable Instant usedAt) {}

  /** Somebody was let in. */
  record Success(Instant at, String method, String family) {}

  /** Somebody was not. */
  record Failure(Instant at, String reason) {}

  /** A key that it had. */
  record Key(
      ApiKeyId apiKeyId,
      String kind,
      String name,
      String status,
      Instant issuedAt,
      @Nullable Instant expiresAt,
      @Nullable Instant rotatedAt,
      @Nullable Instant previousGoodUntil,
      @Nullable Instant revokedAt) {}

  static AccountShown of(AccountPicture picture, AsOfs.Found moment, Sealing sealing) {
    var state = picture.state();
    var signIns = picture.signIns();
    return new AccountShown(
        picture.account(),
        state.status(),
        opened(state.login(), "login", sealing),
        opened(state.displayName(), "display-name", sealing),
        state.roles(),
        subjects(picture, sealing),
        state.erased() ? null : state.registeredAt(),
        state.password().map(AccountShown::password).orElse(null),
        signIns.lastSuccess().map(AccountShown::success).orElse(null),
        signIns.lastFailure().map(AccountShown::failure).orElse(null),
        signIns.consecutiveFailures(),
        signIns.waitUntil().filter(moment.at()::isBefore).orElse(null),
        picture.keys().stream().map(held -> key(held, moment.at())).toList(),
        moment.position());
  }

  private static @Nullable String opened(Optional<Sealed> sealed, String purpose, Sealing sealing) {
    return sealed.flatMap(value -> sealing.open(value, purpose)).orElse(null);
  }

  private static List<FederatedSubject> subjects(AccountPicture picture, Sealing sealing) {
    return picture.subjects().stream()
        .flatMap(link -> sealing.open(link.name(), "federated-subject").stream())
        .map(FederatedSubject::parse)
        .toList();
  }

  private static Password password(PasswordState state) {
    return new Password(
        Words.of(state.origin()),
        state.setAt(),
        state.goodUntil().orElse(null),
        state.usedAt().orElse(null));
  }

  private static Success success(SignInState.Success success) {
    return new Success(success.at(), Words.of(success.method()), success.family().value());
  }

  private static Failure failure(SignInState.Failure failure) {
    return new Failure(failure.at(), Words.of(failure.reason()));
  }

  private static Key key(AccountPicture.HeldKey held, Instant at) {
    var state = held.state();
    return new Key(
        held.key(),
        state.kind().text(),
        state.name(),
        state.status(at),
        state.issuedAt(),
        state.expiresAt().orElse(null),
        state.rotatedAt().orElse(null),
        state.previousGoodUntil().filter(at::isBefore).orElse(null),
        state.revokedAt().orElse(null));
  }

  /** Masked: it is personal. */
  @Override
  public String toString() {
    return "AccountShown[" + accountId + "]";
  }
}
