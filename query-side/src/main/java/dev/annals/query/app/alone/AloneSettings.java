package dev.annals.query.app.alone;

import dev.annals.address.ForwardingHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a query side in a process of its own is told, under {@code annals}.
 *
 * @param database the log's, as a role that only reads
 * @param recording as whom the log hears who asked what; where it is, if not in {@code database}
 * @param kek the key-encryption key: 32 bytes in base64
 * @param kekFile a file that holds it, when {@code kek} is absent
 * @param statesInMemory how many folded states are kept to check tokens with
 */
@ConfigurationProperties("annals")
public record AloneSettings(
    Database database,
    Recording recording,
    Query query,
    @Nullable String kek,
    @Nullable String kekFile,
    @DefaultValue KekRotation kekRotation,
    @DefaultValue Tokens tokens,
    @DefaultValue Proxies proxies,
    @DefaultValue("100000") long statesInMemory) {

  @Override
  public String toString() {
    return "AloneSettings[…]";
  }

  /** A database, and as whom. */
  public record Database(
      String url,
      String username,
      @DefaultValue("") String password,
      @DefaultValue("8") int readers) {
    @Override
    public String toString() {
      return "Database[" + username + "]";
    }
  }

  /** A login that may append. */
  public record Recording(
      @Nullable String url, String username, @DefaultValue("") String password) {
    @Override
    public String toString() {
      return "Recording[" + username + "]";
    }
  }

  /**
   * What is this side's own.
   *
   * @param follow whether the views follow the log in this process
   */
  public record Query(Database database, @DefaultValue("true") boolean follow) {}

  /** Other key-encryption keys that may open what they sealed, while one takes over. */
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

  /** Whose tokens are good here. */
  public record Tokens(
      @DefaultValue("http://localhost:8080") String issuer,
      @DefaultValue("annals") String audience) {}

  /** Which proxies are believed about the client's address. */
  public record Proxies(
      @DefaultValue List<String> trusted,
      @DefaultValue("X_FORWARDED_FOR") ForwardingHeader header) {}
}
