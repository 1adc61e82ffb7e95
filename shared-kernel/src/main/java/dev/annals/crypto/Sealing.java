package dev.annals.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;

/** Seals what is personal or secret before it goes into the log, and opens it again. */
public final class Sealing {
  private static final byte FORMAT = 1;
  private static final String FORMER_KEK = "former-key-encryption-key";
  private static final int KEYS_IN_MEMORY = 10_000;
  private static final Duration TIME_IN_MEMORY = Duration.ofMinutes(5);

  private final KeyEncryptionKeys keks;
  private final DataKeys dataKeys;
  private final DataKeyCache cache;

  public Sealing(KeyEncryptionKey kek, DataKeys dataKeys) {
    this(kek, dataKeys, new DataKeyCache(KEYS_IN_MEMORY, TIME_IN_MEMORY, System::nanoTime));
  }

  Sealing(KeyEncryptionKey kek, DataKeys dataKeys, DataKeyCache cache) {
    this.keks = new KeyEncryptionKeys(kek);
    this.dataKeys = dataKeys;
    this.cache = cache;
  }

  /** Makes a data key unless there is one: for an account, once, when it is registered. */
  public void create(DataKeyName name) {
    if (find(name).isEmpty()) {
      var _ = created(name);
    }
  }

  /**
   * Seals under that person's key. A key that an account does not have is not made here, or a late
   * event would bring a forgotten person's key back; strangers' keys are.
   *
   * @param purpose what the value is; it opens for nothing else
   */
  public Sealed seal(DataKeyName name, String purpose, String plaintext) {
    byte[] plain = Framed.utf8(plaintext);
    byte[] context = context(name, purpose);
    if (name.equals(DataKeyName.KEK)) {
      return Sealed.of(name, keks.wrap(context, plain));
    }
    byte[] box = Aead.seal(keyToSealWith(name).secret(), context, plain);
    return Sealed.of(name, ByteBuffer.allocate(1 + box.length).put(FORMAT).put(box).array());
  }

  /**
   * What was sealed, or empty when its data key is forgotten.
   *
   * @throws BrokenSeal when the value was altered or sealed for another purpose
   * @throws WrongKey when it was sealed under another key-encryption key
   */
  public Optional<String> open(Sealed sealed, String purpose) {
    DataKeyName name = sealed.key();
    byte[] box = sealed.box().orElseThrow(() -> new BrokenSeal(name, purpose));
    if (name.equals(DataKeyName.KEK)) {
      return Optional.of(text(keks.unwrap(context(name, purpose), box), name, purpose));
    }
    return find(name).map(key -> text(opened(key, context(name, purpose), box), name, purpose));
  }

  /** The same for what is asked again and again: remembered for as long as its data key is. */
  public Optional<String> read(Sealed sealed, String purpose) {
    return sealed.key().equals(DataKeyName.KEK)
        ? open(sealed, purpose)
        : find(sealed.key()).flatMap(key -> key.read(sealed, purpose, () -> open(sealed, purpose)));
  }

  /** Deletes the key, here and where it is kept: what was sealed under it is gone for good. */
  public void forget(DataKeyName name) {
    dataKeys.forget(name);
    cache.evict(name);
  }

  /** Drops the key from memory, because another process has forgotten it. */
  public void evict(DataKeyName name) {
    cache.evict(name);
  }

  /** Another key that things may be sealed under; nothing will be sealed under it here. */
  public void trust(KeyEncryptionKey other) {
    keks.add(other);
  }

  /** The id of the key-encryption key that seals here. */
  public String kek() {
    return keks.current().id();
  }

  /** The key-encryption key of this id, sealed under the current one; empty if nobody gave it. */
  public Optional<Sealed> sealedKek(String id) {
    return keks.find(id).map(former -> seal(DataKeyName.KEK, FORMER_KEK, former.toBase64()));
  }

  /** Trusts a former key-encryption key as well, which {@link #sealedKek} has sealed. */
  public void trust(Sealed former) {
    trust(KeyEncryptionKey.fromBase64(open(former, FORMER_KEK).orElseThrow()));
  }

  /**
   * Wraps every data key under the current key-encryption key that is not yet; answers how many
   * there were.
   */
  public long rewrapDataKeys() {
    var rewrapped = new AtomicLong();
    dataKeys.forEach((name, wrapped) -> {
      if (keks.isFormer(wrapped)) {
        byte[] key = unwrapped(name, wrapped).secret().getEncoded();
        dataKeys.replace(name, wrapped, keks.wrap(keyContext(name), key));
        rewrapped.incrementAndGet();
      }
    });
    return rewrapped.get();
  }

  private DataKey keyToSealWith(DataKeyName name) {
    return find(name)
        .orElseGet(() -> {
          if (name.isAccount()) {
            throw new KeyForgotten(name);
          }
          return created(name);
        });
  }

  private Optional<DataKey> find(DataKeyName name) {
    Optional<DataKey> cached = cache.find(name);
    if (cached.isPresent()) {
      return cached;
    }
    long evictions = cache.evictions();
    Optional<DataKey> kept = dataKeys.find(name).map(wrapped -> unwrapped(name, wrapped));
    kept.ifPresent(key -> cache.put(name, key, evictions));
    return kept;
  }

  private DataKey created(DataKeyName name) {
    long evictions = cache.evictions();
    byte[] mine = keks.wrap(keyContext(name), Aead.newKey().getEncoded());
    DataKey kept = unwrapped(name, dataKeys.keep(name, mine));
    cache.put(name, kept, evictions);
    return kept;
  }

  private DataKey unwrapped(DataKeyName name, byte[] wrapped) {
    byte[] key =
        keks.unwrap(keyContext(name), wrapped)
            .orElseThrow(() -> new BrokenSeal(DataKeyName.KEK, "data key of " + name));
    return new DataKey(new SecretKeySpec(key, "AES"));
  }

  private static Optional<byte[]> opened(DataKey key, byte[] context, byte[] box) {
    return box.length > 0 && box[0] == FORMAT
        ? Aead.open(key.secret(), context, Arrays.copyOfRange(box, 1, box.length))
        : Optional.empty();
  }

  private static String text(Optional<byte[]> plain, DataKeyName name, String purpose) {
    return new String(
        plain.orElseThrow(() -> new BrokenSeal(name, purpose)), StandardCharsets.UTF_8);
  }

  private static byte[] context(DataKeyName name, String purpose) {
    return Framed.of("value", name.value(), purpose);
  }

  private static byte[] keyContext(DataKeyName name) {
    return Framed.of("data-key", name.value());
  }
}
