package dev.annals.benchmarks.jmh.token;

import dev.annals.check.SigningKeys;
import dev.annals.check.TokenCheck;
import dev.annals.check.TokenCheck.Good;
import dev.annals.crypto.VerificationKey;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.AccessClaims;
import dev.annals.token.AccessToken;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What checking an access token costs when it is seen for the first time and from then on, and what
 * it costs to derive it again from the event that issued it. The log is in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenCheckBenchmark {
  private final IssuedTokens issued = new IssuedTokens();
  private final SigningKeys keys = issued.keys();
  private final TokenCheck check = issued.check();
  private TokensIssued event = issued.last();
  private VerificationKey key = issued.key().verificationKey();
  private String token = keys.accessToken(event);

  /** The signature and what the token says: what is kept for the next time. */
  @Benchmark
  public AccessClaims first_check() {
    return AccessToken.recognise(token, _ -> Optional.of(key)).orElseThrow();
  }

  /** The same of a token that is known; that its key is believed and its times are asked anew. */
  @Benchmark
  public AccessClaims known_check() {
    return check.authentic(token).orElseThrow();
  }

  /** And that its session goes on. */
  @Benchmark
  public Good known_check_with_session() {
    return check.good(token).orElseThrow();
  }

  @Benchmark
  public String derive_from_history() {
    return keys.accessToken(event);
  }
}
