package dev.annals.benchmarks.jmh.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionId;
import dev.annals.token.RefreshToken;
import dev.annals.token.RefreshTokens;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to make a refresh token, and to know it for ours before the log is asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenRefreshBenchmark {
  private final Randomness randomness = Randomness.secure(Clock.systemUTC());
  private final RefreshTokens tokens =
      new RefreshTokens(InstallationSecret.generate().refreshTokens(), randomness);
  private Ref session =
      new Ref(new SessionId(randomness.uuid7()), new AccountId(randomness.uuid7()));
  private String token = tokens.mint(session.session(), session.account(), 7).reveal();

  @Benchmark
  public RefreshToken mint() {
    return tokens.mint(session.session(), session.account(), 7);
  }

  @Benchmark
  public RefreshToken parse() {
    return tokens.parse(token).orElseThrow();
  }
}
