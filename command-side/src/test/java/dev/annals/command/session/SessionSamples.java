package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.KID;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.hash;

import dev.annals.account.Role;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.PasswordProof;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A session of Ada's that began at two minutes past eight and may go on until ten. */
final class SessionSamples {
  static final Ref REF = new Ref(SESSION, ADA);
  static final Instant EIGHT = Instant.parse("2026-01-01T08:02:00Z");
  static final Instant TEN = Instant.parse("2026-01-01T10:02:00Z");
  static final Terms.Issuing ISSUING =
      new Terms.Issuing(
          "https://id.example",
          "annals",
          "annals",
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(2));
  static final SessionStarted STARTED = started(false);

  private static final WaitPolicy POLICY =
      new WaitPolicy(3, Duration.ofSeconds(30), Duration.ofMinutes(15));

  private SessionSamples() {}

  static SignIn signIn(Sealed comparedWith, boolean matches, Instant at) {
    return signIn(new PasswordProof(comparedWith, matches), Optional.empty(), at);
  }

  static SignIn signIn(PasswordProof proof, Optional<Sealed> rehashed, Instant at) {
    var attempt = new Attempt(ADA, proof, POLICY, at);
    return new SignIn(attempt, beginning(terms(0, at)), rehashed);
  }

  static Beginning beginning(Issuance issuance) {
    return new Beginning(SESSION, Family.ANNALS, SignInMethod.PASSWORD, issuance);
  }

  static SessionStarted started(boolean restricted) {
    return new SessionStarted(
        SESSION, ADA, Family.ANNALS, SignInMethod.PASSWORD, TEN, restricted, EIGHT);
  }

  static TokenId jti(int generation) {
    return new TokenId(new UUID(0x7001, generation));
  }

  /** Each generation has a secret of its own. */
  static SecretHash secret(int generation) {
    return hash((char) ('a' + generation));
  }

  static Terms terms(int generation, Instant at) {
    return new Terms(jti(generation), KID, ISSUING, generation, secret(generation), at);
  }

  static TokensIssued issued(int generation, Instant at) {
    return issued(generation, at, AccessGrant.FULL_SCOPE, List.of());
  }

  /** What a pair says that is issued at a whole second, an hour or more before the session ends. */
  static TokensIssued issued(int generation, Instant at, String scope, List<Role> roles) {
    var access =
        new AccessGrant(
            jti(generation),
            KID,
            "https://id.example",
            "annals",
            "annals",
            scope,
            roles,
            at,
            at.plusSeconds(600));
    var refresh = new RefreshGrant(generation, secret(generation), at.plusSeconds(3600));
    return new TokensIssued(SESSION, ADA, access, refresh, at);
  }
}
