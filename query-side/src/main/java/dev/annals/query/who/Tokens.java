package dev.annals.query.who;

import dev.annals.catalogue.EventCodec;
import dev.annals.check.SigningKeys;
import dev.annals.check.TokenCheck;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Sealing;
import dev.annals.history.Histories;
import dev.annals.history.Installation;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.store.LogReading;
import dev.annals.store.fold.LogHistories;
import dev.annals.store.fold.StateCache;
import dev.annals.token.Recipient;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that tells what a token is worth, by the rules and from the history of the command side. */
public final class Tokens {
  private static final Map<String, Object> INACTIVE = Map.of("active", false);

  private final Histories histories;
  private final Sealing sealing;
  private final InstantSource clock;
  private final TokenCheck check;
  private volatile @Nullable Founded founded;

  public Tokens(Histories histories, Sealing sealing, Recipient recipient, InstantSource clock) {
    this.histories = histories;
    this.sealing = sealing;
    this.clock = clock;
    this.check = new TokenCheck(histories, new SigningKeys(histories, sealing), recipient, clock);
  }

  /** The histories that a log tells, as many states of them kept as one likes. */
  public static Histories histories(LogReading log, long mostStates) {
    return new LogHistories(log, new StateCache(mostStates), new EventCodec());
  }

  /** Access tokens and API keys of our own: whose they are, if they are good. */
  public TokenCheck check() {
    return check;
  }

  /**
   * What takes the installation's secret; empty until the command side has founded it.
   *
   * @throws dev.annals.crypto.WrongKey when the key-encryption key is not this installation's
   */
  public Optional<Founded> founded() {
    var known = founded;
    return known != null ? Optional.of(known) : secret(histories, sealing).map(this::remember);
  }

  /** What any token means now (RFC 7662, section 2.2). */
  public Map<String, Object> introspect(String token) {
    return founded().map(found -> found.introspection().of(token)).orElse(INACTIVE);
  }

  static Optional<InstallationSecret> secret(Histories histories, Sealing sealing) {
    var installation = histories.current(Installation.STREAM, Installation.Id.THIS);
    installation.formerKeys().forEach(sealing::trust);
    return installation
        .founded()
        .map(InstallationFounded::secret)
        .map(secret -> InstallationSecret.open(secret, sealing));
  }

  private Founded remember(InstallationSecret secret) {
    var found = Founded.with(secret, new Founded.Surroundings(check, histories, sealing, clock));
    founded = found;
    return found;
  }
}
