package dev.annals.benchmarks;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.account.Accounts;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.LoginCommand;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.RefreshToken;
import dev.annals.command.session.SessionCommand;
import dev.annals.command.session.SignIn;
import dev.annals.command.session.Terms;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who registers, signs in and refreshes, with all that takes hashing, sealing and signing
 * already done: what is left is what the commands themselves cost.
 */
public final class Visitor {
  /** On which streams what a visitor wants is decided. */
  public static final List<Binding<?, ?>> BINDINGS =
      List.of(
          new Binding<>(LoginCommand.class, LoginClaims.STREAM),
          new Binding<>(SignIn.class, Accounts.STREAM),
          new Binding<>(SessionCommand.class, Sessions.STREAM));

  private static final Terms.Issuing ISSUING =
      new Terms.Issuing(
          "https://id.example",
          "annals",
          "annals",
          Duration.ofMinutes(10),
          Duration.ofHours(24),
          Duration.ofDays(30));
  private static final WaitPolicy POLICY =
      new WaitPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15));
  private static final KeyId KEY = new KeyId("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

  private final Randomness randomness;
  private final AccountId account;
  private final Sealed verifier;
  private Ref session;
  private SecretHash refresh;
  private int generation;

  public Visitor(Randomness randomness) {
    this.randomness = randomness;
    account = new AccountId(randomness.uuid7());
    verifier = new Sealed(account.dataKey() + "/AA");
    session = fresh();
    refresh = hash();
  }

  public Ref session() {
    return session;
  }

  public RegisterAccount register(Instant at) {
    var login = new LoginIndex(hash().value());
    return new RegisterAccount(login, account, verifier, Optional.empty(), verifier, at);
  }

  /** Begins another session, with the right password. */
  public SignIn signIn(Instant at) {
    session = fresh();
    refresh = hash();
    generation = 0;
    var attempt = new Attempt(account, new PasswordProof(verifier, true), POLICY, at);
    var beginning =
        new Beginning(session.session(), Family.ANNALS, SignInMethod.PASSWORD, terms(at));
    return new SignIn(attempt, beginning, Optional.empty());
  }

  /** Shows the last refresh token for the next. */
  public RefreshToken refresh(Instant at) {
    var shown = refresh;
    refresh = hash();
    generation++;
    return new RefreshToken(session, generation - 1, shown, terms(at));
  }

  private Terms terms(Instant at) {
    return new Terms(new TokenId(randomness.uuid7()), KEY, ISSUING, generation, refresh, at);
  }

  private Ref fresh() {
    return new Ref(new SessionId(randomness.uuid7()), account);
  }

  private SecretHash hash() {
    return SecretHash.of(randomness.bytes(32));
  }
}
