package dev.annals.command.app;

import dev.annals.address.ForwardingHeader;
import dev.annals.command.compat.Entrance;
import dev.annals.command.compat.databrain.DatabrainSettings;
import dev.annals.command.compat.datarhei.DatarheiSettings;
import dev.annals.command.compat.mainbrainer.MainBrainerSettings;
import dev.annals.command.password.KdfParameters;
import dev.annals.crypto.SigningAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be set, under {@code annals}.
 *
 * @param kek the key-encryption key: 32 bytes in base64
 * @param kekFile a file that holds it, when {@code kek} is absent
 */
@ConfigurationProperties("annals")
public record Settings(
    Database database,
    @Nullable String kek,
    @Nullable String kekFile,
    @DefaultValue KekRotation kekRotation,
    @DefaultValue Administrator administrator,
    @DefaultValue Tokens tokens,
    @DefaultValue SignIn signIn,
    @DefaultValue Passwords passwords,
    @DefaultValue Attempts attempts,
    @DefaultValue Proxies proxies,
    @DefaultValue Registration registration,
    @DefaultValue Compat compat,
    @DefaultValue Federation federation,
    @DefaultValue("100000") long statesInMemory) {

  @Override
  public String toString() {
    return "Settings[…]";
  }

  /** The database, as the application's role and, to bring the schema up to date, as its owner. */
  public record Database(
      String url,
      String username,
      @DefaultValue("") String password,
      @DefaultValue("8") int readers,
      @DefaultValue("8192") int queue,
      @Nullable Owner migration) {
    @Override
    public String toString() {
      return "Database[" + username + "]";
    }
  }

  /** Who owns the tables; absent where somebody else migrates. */
  public record Owner(String username, @DefaultValue("") String password) {
    @Override
    public String toString() {
      return "Owner[" + username + "]";
    }
  }

  /**
   * Other key-encryption keys that open what they sealed, while one takes over from another: the
   * keys themselves or files that hold them.
   *
   * @param previous the key before, from which {@code kek} takes over
   * @param next the key that is to take over; other processes may seal under it already
   */
  public record KekRotation(
      @Nullable String previous,
      @Nullable String previousFile,
      @Nullable String next,
      @Nullable String nextFile) {
    @Override
    public String toString() {
      return "KekRotation[…]";
    }
  }

  /** The first administrator. */
  public record Administrator(@DefaultValue("admin") String login, @Nullable String password) {
    @Override
    public String toString() {
      return "Administrator[…]";
    }
  }

  /** What tokens say and how long they live. */
  public record Tokens(
      @DefaultValue("http://localhost:8080") String issuer,
      @DefaultValue("annals") String audience,
      @DefaultValue("EDDSA") SigningAlgorithm algorithm,
      @DefaultValue("10m") Duration accessLifetime,
      @DefaultValue("24h") Duration refreshLifetime,
      @DefaultValue("30d") Duration sessionLifetime) {
    public Tokens {
      inSeconds("access-lifetime", accessLifetime);
      inSeconds("refresh-lifetime", refreshLifetime);
      inSeconds("session-lifetime", sessionLifetime);
    }

    /** Tokens tell time in seconds; a fraction would make them say other than the log. */
    private static void inSeconds(String name, Duration lifetime) {
      if (lifetime.toSeconds() < 1 || !lifetime.equals(Duration.ofSeconds(lifetime.toSeconds()))) {
        throw new IllegalArgumentException(name + " must be whole seconds, at least one");
      }
    }
  }

  /** What wrong passwords lead to, and how long a one-time password is good. */
  public record SignIn(
      @DefaultValue("5") int wrongPasswords,
      @DefaultValue("30s") Duration firstWait,
      @DefaultValue("15m") Duration longestWait,
      @DefaultValue("24h") Duration oneTimePasswordLifetime) {}

  /**
   * What a password must be, and what hashing it costs.
   *
   * @param threads that hash at once; 0 for as many as there are cores
   */
  public record Passwords(
      @DefaultValue("NIST") Policy policy,
      @DefaultValue("15") int minLength,
      @DefaultValue("128") int maxLength,
      @DefaultValue("19456") int memoryKib,
      @DefaultValue("2") int passes,
      @DefaultValue("1") int lanes,
      @DefaultValue("0") int threads,
      @DefaultValue("128") int queue,
      @DefaultValue("5s") Duration longestWait) {
    /** By which rules. */
    public enum Policy {
      NIST,
      COMPOSITION
    }

    KdfParameters parameters() {
      return new KdfParameters(memoryKib, passes, lanes);
    }
  }

  /** How many failed attempts one address has, and how many refusals the log hears one by one. */
  public record Attempts(
      @DefaultValue("20") int burst,
      @DefaultValue("20") int perMinute,
      @DefaultValue("256") int waitingPerAddress,
      @DefaultValue("1024") int waitingOverall,
      @DefaultValue("60s") Duration window,
      @DefaultValue("40") int recordedPerAddress,
      @DefaultValue("1000") int recordedOverall) {}

  /**
   * Which proxies are believed about the client's address.
   *
   * @param trusted ranges such as {@code 10.0.0.0/8}; none by default
   */
  public record Proxies(
      @DefaultValue List<String> trusted,
      @DefaultValue("X_FORWARDED_FOR") ForwardingHeader header) {}

  /** Who may open accounts. */
  public record Registration(@DefaultValue("false") boolean open) {}

  /** The foreign API families; each is off unless it is turned on. */
  public record Compat(
      @DefaultValue DatabrainSettings databrain,
      @DefaultValue MainBrainerSettings mainbrainer,
      @DefaultValue DatarheiSettings datarhei) {
    /**
     * Those that are switched on. Who is asked first where two are at one place: Databrain's {@code
     * /api/v2} is part of datarhei's {@code /api}.
     */
    List<Entrance> inOrder() {
      return Stream.<Entrance>of(databrain, mainbrainer, datarhei)
          .filter(Entrance::enabled)
          .toList();
    }
  }

  /**
   * Whose tokens are taken beside our own.
   *
   * @param refetchFloor the least time between two requests for an issuer's keys
   */
  public record Federation(
      @DefaultValue List<IssuerSettings> issuers, @DefaultValue("30s") Duration refetchFloor) {
    public Federation {
      if (refetchFloor.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("refetch-floor must be at least one second");
      }
    }
  }
}
