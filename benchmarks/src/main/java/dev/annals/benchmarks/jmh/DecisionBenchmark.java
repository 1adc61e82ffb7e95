package dev.annals.benchmarks.jmh;

import dev.annals.command.account.Account;
import dev.annals.command.decision.Decision;
import dev.annals.command.session.RefreshToken;
import dev.annals.command.session.SignIn;
import dev.annals.event.Event;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.token.Standing.Live;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the rules cost on a state that is folded already, and folding one more event into it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {
  /** The right password for an account that has one. */
  @State(Scope.Benchmark)
  public static class Arriving {
    private final Rehearsal past = new Rehearsal(0, Duration.ZERO);
    private SignIn wish = past.signIn();
    private Account account = past.account();
  }

  /** The right refresh token for a session that goes on. */
  @State(Scope.Benchmark)
  public static class Refreshing {
    private static final int REFRESHES = 100;
    private static final int LIFETIME_SECONDS = 600;

    /** How many access tokens of the session are still good; 64 is the most that count. */
    @Param({"3", "64"})
    public int tokens = 3;

    private Rehearsal past = new Rehearsal(0, Duration.ZERO);
    private RefreshToken wish = past.refresh();
    private Session session = past.session();
    private Event issued = past.events().getLast();

    @Setup
    public void rehearse() {
      past = new Rehearsal(REFRESHES, Duration.ofSeconds(LIFETIME_SECONDS / tokens));
      session = past.session();
      if (!(session.standing() instanceof Live live) || live.tokens().size() != tokens) {
        throw new IllegalStateException("not as many good tokens as there should be");
      }
      wish = past.refresh();
      issued = wish.decide(session).events().getFirst();
    }
  }

  @Benchmark
  public Decision sign_in(Arriving here) {
    return here.wish.decide(here.account);
  }

  @Benchmark
  public Decision refresh(Refreshing here) {
    return here.wish.decide(here.session);
  }

  @Benchmark
  public Session fold_a_refresh(Refreshing here) {
    return Sessions.STREAM.evolve().apply(here.session, here.issued);
  }
}
