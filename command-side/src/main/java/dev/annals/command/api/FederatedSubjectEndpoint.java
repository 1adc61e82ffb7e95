package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.federation.FederatedSubjects;
import dev.annals.command.federation.FederatedTokens;
import dev.annals.command.federation.SubjectRegistrar;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.Issuer;
import dev.annals.federation.Subject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says which people of trusted issuers are which people of ours. */
@RestController
final class FederatedSubjectEndpoint {
  private final FederatedTokens tokens;
  private final SubjectRegistrar registrar;
  private final FederatedSubjects subjects;
  private final AccountLookup accounts;
  private final Desk desk;

  FederatedSubjectEndpoint(
      FederatedTokens tokens,
      SubjectRegistrar registrar,
      FederatedSubjects subjects,
      AccountLookup accounts,
      Desk desk) {
    this.tokens = tokens;
    this.registrar = registrar;
    this.subjects = subjects;
    this.accounts = accounts;
    this.desk = desk;
  }

  record Link(AccountId accountId, Issuer issuer, Subject subject) {}

  @PostMapping("/v1/link-federated-subject")
  ResponseEntity<Object> link(@RequestBody Link body, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    if (!tokens.trusts(body.issuer())) {
      throw Problem.field("issuer", "is not one that is trusted here");
    }
    accounts.mustExist(body.accountId());
    var name = new FederatedSubject(body.issuer(), body.subject());
    var command = registrar.link(body.accountId(), name);
    return desk.serve(exchange.by(caller).about(body.accountId()), command, _ -> Reply.noContent())
        .entity();
  }

  record Unlink(Issuer issuer, Subject subject) {}

  /** Of any issuer: one that is trusted no more may have left links behind. */
  @PostMapping("/v1/unlink-federated-subject")
  ResponseEntity<Object> unlink(@RequestBody Unlink body, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    var name = new FederatedSubject(body.issuer(), body.subject());
    var known = exchange.by(caller);
    var about = subjects.holder(name).map(known::about).orElse(known);
    return desk.serve(about, registrar.unlink(name), _ -> Reply.noContent()).entity();
  }
}
