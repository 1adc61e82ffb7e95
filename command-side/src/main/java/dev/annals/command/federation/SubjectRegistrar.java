package dev.annals.command.federation;

import dev.annals.account.AccountId;
import dev.annals.account.Login;
import dev.annals.command.gate.Logins;
import dev.annals.command.gate.Vault;
import dev.annals.command.subject.LinkSubject;
import dev.annals.command.subject.OpenAccountForSubject;
import dev.annals.command.subject.SubjectLink;
import dev.annals.command.subject.SubjectOpening;
import dev.annals.command.subject.UnlinkSubject;
import dev.annals.crypto.KeyedHash;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.SubjectIndex;
import java.time.InstantSource;

/** Prepares the commands that make a federated subject lead somewhere, or nowhere. */
public final class SubjectRegistrar {
  private final KeyedHash index;
  private final Logins logins;
  private final Vault vault;
  private final InstantSource clock;

  public SubjectRegistrar(KeyedHash index, Logins logins, Vault vault, InstantSource clock) {
    this.index = index;
    this.logins = logins;
    this.vault = vault;
    this.clock = clock;
  }

  public SubjectIndex index(FederatedSubject name) {
    return new SubjectIndex(index.of(name.issuer().value(), name.subject().value()));
  }

  public LinkSubject link(AccountId account, FederatedSubject name) {
    var id = new SubjectLink.Id(account, index(name));
    return new LinkSubject(id, vault.seal(account, name), clock.instant());
  }

  public UnlinkSubject unlink(FederatedSubject name) {
    return new UnlinkSubject(index(name), clock.instant());
  }

  /** For an account that is not there yet; its data key is made here. */
  OpenAccountForSubject open(FederatedSubject name) {
    var account = vault.prepare();
    var login = new Login("federated-" + account);
    return new OpenAccountForSubject(
        new SubjectOpening.Id(logins.index(login), index(name)),
        account,
        vault.seal(account, login),
        vault.seal(account, name),
        clock.instant());
  }

  /** An account that did not come to be leaves nothing behind. */
  void abandon(OpenAccountForSubject command) {
    vault.forget(command.account());
  }
}
