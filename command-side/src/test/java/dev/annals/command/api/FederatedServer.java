package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.command.federation.FederatedSubjects;
import dev.annals.command.federation.FederatedTokens;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.TestIssuer;
import dev.annals.command.federation.TestKey;
import dev.annals.event.Circumstances;
import dev.annals.store.TestPostgres;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A server that trusts two issuers. */
final class FederatedServer implements AutoCloseable {
  private static final TestKey KEY = TestKey.of("k", TestKey.Kind.ES256);

  private final TestIssuer byHand = new TestIssuer();
  private final TestIssuer byName = new TestIssuer();
  private final Server server;
  private final Annals annals;
  private final Tokens administrator;

  FederatedServer(String... allowed) {
    byHand.has(KEY);
    byName.has(KEY);
    server =
        Server.start(
            TestPostgres.freshDatabase(),
            new SettableClock(),
            "annals.federation.issuers[0].issuer=" + byHand.name(),
            "annals.federation.issuers[0].audience=annals",
            "annals.federation.issuers[1].issuer=" + byName.name(),
            "annals.federation.issuers[1].jwks-uri=" + byName.name() + "keys",
            "annals.federation.issuers[1].audience=annals",
            "annals.federation.issuers[1].client-id=spa",
            "annals.federation.issuers[1].allowed-subjects=" + String.join(",", allowed));
    annals = server.annals();
    administrator = annals.administrator();
  }

  /** Whose people are linked one by one. */
  TestIssuer byHand() {
    return byHand;
  }

  /** Whose people are allowed by name. */
  TestIssuer byName() {
    return byName;
  }

  Annals annals() {
    return annals;
  }

  Tokens administrator() {
    return administrator;
  }

  SettableClock clock() {
    return server.clock();
  }

  <T> T bean(Class<T> type) {
    return server.bean(type);
  }

  Answer link(String account, String subject) {
    return link(byHand, account, subject);
  }

  Answer link(TestIssuer issuer, String account, String subject) {
    return annals.tell(
        administrator,
        "link-federated-subject",
        "account_id",
        account,
        "issuer",
        issuer.name(),
        "subject",
        subject);
  }

  Answer unlink(TestIssuer issuer, String subject) {
    return annals.tell(
        administrator, "unlink-federated-subject", "issuer", issuer.name(), "subject", subject);
  }

  Answer show(String account) {
    return annals.client().get("/v1/accounts/" + account).bearer(administrator.access()).send();
  }

  List<String> subjects(String account) {
    return show(account)
        .is(200)
        .json()
        .required("federated_subjects")
        .valueStream()
        .map(linked -> linked.required("subject").asString())
        .toList();
  }

  static List<String> namesOf(List<JsonNode> events) {
    return events.stream().map(event -> event.required("name").asString()).toList();
  }

  /** A good token of that issuer for that subject, but for these claims. */
  String token(TestIssuer issuer, String subject, String... changes) {
    Secrets.note(subject);
    var claims =
        Stream.concat(Stream.of("sub=\"" + subject + "\""), Arrays.stream(changes))
            .toArray(String[]::new);
    return KEY.sign(issuer.claims(server.clock().instant(), claims));
  }

  Call shows(String token) {
    Secrets.note(token);
    return annals.client().post("/v1/federated-sign-in").fields("token", token);
  }

  /** Somebody comes with a good token. */
  Answer comes(TestIssuer issuer, String subject) {
    return shows(token(issuer, subject)).send();
  }

  /** Whom a token of that issuer for that subject leads to. */
  Optional<String> signsIn(TestIssuer issuer, String subject) {
    var judgement = server.bean(FederatedTokens.class).judge(token(issuer, subject));
    assertThat(judgement).isInstanceOf(Proven.class);
    return server
        .bean(FederatedSubjects.class)
        .account((Proven) judgement, _ -> Circumstances.SYSTEM)
        .map(AccountId::toString);
  }

  @Override
  public void close() {
    server.close();
    byHand.close();
    byName.close();
  }
}
