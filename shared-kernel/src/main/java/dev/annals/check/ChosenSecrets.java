package dev.annals.check;

import dev.annals.client.ApiKey;
import dev.annals.client.KeyKind;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import dev.annals.history.ApiKeys;
import dev.annals.history.Histories;
import dev.annals.history.Holders;
import dev.annals.history.Rights;
import dev.annals.history.SecretHolder;
import dev.annals.token.ChosenSecret;
import java.time.InstantSource;
import java.util.Optional;

/** Secrets of service and private tokens: made, hashed, and known again. */
public final class ChosenSecrets {
  private final KeyedHash hashing;
  private final Randomness randomness;
  private final Histories histories;
  private final InstantSource clock;

  public ChosenSecrets(
      KeyedHash hashing, Randomness randomness, Histories histories, InstantSource clock) {
    this.hashing = hashing;
    this.randomness = randomness;
    this.histories = histories;
    this.clock = clock;
  }

  /** The same secrets by what this history says. */
  ChosenSecrets in(Histories other) {
    return new ChosenSecrets(hashing, randomness, other, clock);
  }

  /** One that nobody chose. */
  public ChosenSecret random() {
    return ChosenSecret.random(randomness);
  }

  /** What commands are told of it. */
  public SecretHash hash(ChosenSecret secret) {
    return secret.hash(hashing);
  }

  /** Of what somebody showed; empty where it cannot be anybody's. */
  public Optional<SecretHash> hashOf(String text) {
    return ChosenSecret.parse(text).map(this::hash);
  }

  /** Whose token it is, if it is good now and its owner may use it. */
  public Optional<ApiKey.Usable> find(String text) {
    return hashOf(text).flatMap(this::find);
  }

  /** The key whose secret it is or once was, good or not. */
  public Optional<ApiKey> holder(String text) {
    return hashOf(text)
        .flatMap(hash -> histories.current(SecretHolder.STREAM, hash).key())
        .map(key -> histories.recently().current(ApiKeys.STREAM, key));
  }

  private Optional<ApiKey.Usable> find(SecretHash hash) {
    return histories
        .current(SecretHolder.STREAM, hash)
        .key()
        .map(key -> histories.recently().current(ApiKeys.STREAM, key))
        .filter(key -> key.accepts(hash, clock.instant()))
        .filter(ApiKey.Usable.class::isInstance)
        .map(ApiKey.Usable.class::cast)
        .filter(key -> key.kind() != KeyKind.API_KEY && isUsable(key));
  }

  private boolean isUsable(ApiKey.Usable key) {
    return histories
        .recently()
        .current(Holders.STREAM, key.account())
        .filter(Rights::areUsable)
        .isPresent();
  }
}
