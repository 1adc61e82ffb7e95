package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.command.account.Account.Linked;
import dev.annals.command.account.Account.Profile;
import dev.annals.command.password.Verifier;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.federation.FederatedSubject;
import java.util.Optional;

/** Seals what is personal of an account under that account's data key, and opens it. */
public final class Vault {
  private final Sealing sealing;
  private final Randomness randomness;

  public Vault(Sealing sealing, Randomness randomness) {
    this.sealing = sealing;
    this.randomness = randomness;
  }

  /** An account that is about to be registered; its data key is there already. */
  public AccountId prepare() {
    var account = new AccountId(randomness.uuid7());
    sealing.create(account.dataKey());
    return account;
  }

  /** Deletes the data key: what is sealed under it is gone for good. */
  public void forget(AccountId account) {
    sealing.forget(account.dataKey());
  }

  public Sealed seal(AccountId account, Login login) {
    return sealing.seal(account.dataKey(), Purpose.LOGIN, login.value());
  }

  Sealed seal(AccountId account, DisplayName name) {
    return sealing.seal(account.dataKey(), Purpose.DISPLAY_NAME, name.value());
  }

  Sealed seal(AccountId account, Verifier verifier) {
    return sealing.seal(account.dataKey(), Purpose.VERIFIER, verifier.phc());
  }

  public Sealed seal(AccountId account, FederatedSubject name) {
    return sealing.seal(account.dataKey(), Purpose.FEDERATED_SUBJECT, name.text());
  }

  /** Empty once the person is forgotten. */
  public Optional<FederatedSubject> federatedSubject(Linked linked) {
    return sealing.open(linked.name(), Purpose.FEDERATED_SUBJECT).map(FederatedSubject::parse);
  }

  Sealed sealCompanyName(AccountId founder, String name) {
    return sealing.seal(founder.dataKey(), Purpose.COMPANY_NAME, name);
  }

  /** Empty once the person is forgotten. */
  Optional<Verifier> verifier(Sealed sealed) {
    return sealing.open(sealed, Purpose.VERIFIER).map(Verifier::parse);
  }

  /** Empty once the person is forgotten. */
  public Optional<Login> login(Profile profile) {
    return sealing.read(profile.login(), Purpose.LOGIN).map(Login::new);
  }

  /** Empty if there is none, or once the person is forgotten. */
  public Optional<DisplayName> displayName(Profile profile) {
    return profile
        .displayName()
        .flatMap(sealed -> sealing.read(sealed, Purpose.DISPLAY_NAME))
        .map(DisplayName::new);
  }
}
