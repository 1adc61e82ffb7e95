package dev.annals.benchmarks;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.account.Accounts;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome.Decided;
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
import dev.annals.event.Circumstances;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Commands a second through everything but HTTP, hashing and signing: bus, sourcing, decision,
 * durable append, acknowledgement. Each worker signs in and refreshes nine times, over and over.
 */
public final class CommandPathBenchmark {
  private static final int COMMANDS_PER_SESSION = 10;
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

  private final Commands commands;
  private final Randomness randomness;

  private CommandPathBenchmark(Commands commands, Randomness randomness) {
    this.commands = commands;
    this.randomness = randomness;
  }

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + server.version());
    for (int waiting : EngineBenchmark.WAITING) {
      var database = server.fresh();
      var settings = BenchmarkDatabase.settings(database);
      var randomness = Randomness.secure(Clock.systemUTC());
      try (var log = PostgresLog.open(settings, new SimpleMeterRegistry());
          var streams = new AxonStreams(log, randomness, 1_000_000, bindings())) {
        var benchmark = new CommandPathBenchmark(streams.commands(), randomness);
        System.out.printf(
            "%-20s %4d waiting %s%n", "command path", waiting, benchmark.run(waiting));
      }
      server.drop(database);
    }
    System.exit(0);
  }

  private static List<Binding<?, ?>> bindings() {
    return List.of(
        new Binding<>(LoginCommand.class, LoginClaims.STREAM),
        new Binding<>(SignIn.class, Accounts.STREAM),
        new Binding<>(SessionCommand.class, Sessions.STREAM));
  }

  private ClosedLoop.Result run(int waiting) throws Exception {
    var workers = new Worker[waiting];
    for (int i = 0; i < waiting; i++) {
      workers[i] = new Worker(register());
    }
    return ClosedLoop.run(
        waiting,
        EngineBenchmark.WARM_UP,
        EngineBenchmark.MEASURED,
        (worker, number) -> workers[worker].next(number));
  }

  private RegisterAccount register() {
    var account = new AccountId(randomness.uuid7());
    var sealed = new Sealed(account.dataKey() + "/AA");
    var login = new LoginIndex(hash().value());
    var registration =
        new RegisterAccount(login, account, sealed, Optional.empty(), sealed, Instant.now());
    send(registration);
    return registration;
  }

  private SecretHash hash() {
    return SecretHash.of(randomness.bytes(32));
  }

  private void send(Command<?, ?> command) {
    if (!(commands.send(command, Circumstances.SYSTEM) instanceof Decided decided)
        || !(decided.decision() instanceof Accepted)) {
      throw new IllegalStateException("a command of the benchmark was refused");
    }
  }

  /** One account, and the session it is in. */
  private final class Worker {
    private final RegisterAccount account;
    private Ref session;
    private SecretHash refresh = hash();

    Worker(RegisterAccount account) {
      this.account = account;
      this.session = new Ref(new SessionId(randomness.uuid7()), account.account());
    }

    void next(long number) {
      int generation = (int) (number % COMMANDS_PER_SESSION);
      var shown = refresh;
      refresh = hash();
      if (generation == 0) {
        session = new Ref(new SessionId(randomness.uuid7()), account.account());
        send(signIn());
      } else {
        send(new RefreshToken(session, generation - 1, shown, terms(generation)));
      }
    }

    private SignIn signIn() {
      var proof = new PasswordProof(account.verifier(), true);
      var attempt = new Attempt(account.account(), proof, POLICY, Instant.now());
      var beginning =
          new Beginning(session.session(), Family.ANNALS, SignInMethod.PASSWORD, terms(0));
      return new SignIn(attempt, beginning, Optional.empty());
    }

    private Terms terms(int generation) {
      var jti = new TokenId(randomness.uuid7());
      return new Terms(jti, new KeyId("kid"), ISSUING, generation, refresh, Instant.now());
    }
  }
}
