package dev.annals.benchmarks.jmh.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.annals.crypto.Jws;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.crypto.VerificationKey;
import dev.annals.crypto.VerifiedJws;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What signing and verifying a token costs: ours as a whole, Base64 and JSON included, beside
 * Java's bare Ed25519 over as many bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TokenBenchmark {
  private final byte[] payload = "x".repeat(400).getBytes(US_ASCII);

  private final SigningKey edwards = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final String edwardsToken = Jws.sign(edwards, "at+jwt", payload);
  private final SigningKey rsa = SigningKey.generate(SigningAlgorithm.RS256);
  private final String rsaToken = Jws.sign(rsa, "at+jwt", payload);

  private final byte[] signed =
      edwardsToken.substring(0, edwardsToken.lastIndexOf('.')).getBytes(US_ASCII);
  private final KeyPair java = javaKeys();
  private byte[] javaSignature = {};

  private static KeyPair javaKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("Ed25519 is not available", broken);
    }
  }

  @Setup
  public void signWithJava() throws GeneralSecurityException {
    javaSignature = java_ed25519_sign();
  }

  @Benchmark
  public String eddsa_sign() {
    return Jws.sign(edwards, "at+jwt", payload);
  }

  @Benchmark
  public VerifiedJws eddsa_verify() {
    return verified(edwardsToken, edwards.verificationKey());
  }

  @Benchmark
  public String rs256_sign() {
    return Jws.sign(rsa, "at+jwt", payload);
  }

  @Benchmark
  public VerifiedJws rs256_verify() {
    return verified(rsaToken, rsa.verificationKey());
  }

  @Benchmark
  public byte[] java_ed25519_sign() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(java.getPrivate());
    signature.update(signed);
    return signature.sign();
  }

  @Benchmark
  public boolean java_ed25519_verify() throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(java.getPublic());
    signature.update(signed);
    return signature.verify(javaSignature);
  }

  private static VerifiedJws verified(String token, VerificationKey key) {
    return Jws.verify(token, _ -> Optional.of(key)).orElseThrow();
  }
}
