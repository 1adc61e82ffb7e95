package dev.annals.query.random;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.query.view.Recorded;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Where a random history takes place: its chance, its clocks and its log. */
final class World {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ADDRESSES = 300;
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0.0.0 Safari/537.36",
          "curl/8.9.1",
          "okhttp/4.12.0");

  final Random random;
  final Seals seals;
  private final List<Recorded> log = new ArrayList<>();
  private long forgotten;
  private final EventCodec codec = new EventCodec();
  private Instant now = Instant.parse("2025-01-01T00:00:00Z");
  private Map<String, String> metadata = Map.of();

  World(long seed, Seals seals) {
    random = new Random(seed);
    this.seals = seals;
  }

  /** Some time later, on the clock of one of several machines, of which none is quite right. */
  Instant later(Duration mean) {
    double nanos = -Math.log(1 - random.nextDouble()) * mean.toNanos();
    now = now.plusNanos((long) nanos);
    long skew = chance(0.002) ? -random.nextInt(600_000) : random.nextInt(3_000) - 1_500;
    return now.plusMillis(skew).truncatedTo(ChronoUnit.MICROS);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A UUIDv7. */
  UUID uuid(Instant at) {
    long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L);
  }

  /** 43 characters, as of any hash. */
  String hash() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return encoded(bytes);
  }

  SecretHash secret() {
    return new SecretHash(hash());
  }

  KeyId kid() {
    return new KeyId("key-" + random.nextInt(3));
  }

  Sealed seal(AccountId account, String purpose, String plaintext) {
    return seals.seal(account.dataKey(), purpose, plaintext);
  }

  /** Another request, by somebody and about somebody. */
  void request(Actor actor, Optional<AccountId> subject, String family, Instant at) {
    int address = random.nextInt(ADDRESSES);
    var key = subject.map(AccountId::dataKey).orElseGet(() -> DataKeyName.strangers(at));
    var told = new TreeMap<String, String>();
    told.put("actor", actor.value());
    told.put("family", family);
    told.put("request_id", uuid(at).toString());
    told.put("correlation_id", uuid(at).toString());
    told.put("user_agent", oneOf(AGENTS));
    told.put("address_index", encoded(ByteBuffer.allocate(32).putInt(address + 1).array()));
    told.put(
        "address",
        seals.seal(key, "address", "192.0.%d.%d".formatted(address / 200, address % 200)).text());
    subject.ifPresent(account -> told.put("subject", account.toString()));
    metadata = told;
  }

  /** Annals does something of its own accord. */
  void ownAccord() {
    metadata = Circumstances.SYSTEM.toMetadata();
  }

  /** How many events there were so far. */
  long emitted() {
    return forgotten + log.size();
  }

  /** All events that were not forgotten. */
  List<Recorded> log() {
    return List.copyOf(log);
  }

  void forget() {
    forgotten += log.size();
    log.clear();
  }

  void emit(Event event) {
    var name = EventCatalogue.nameOf(event.getClass());
    var fresh =
        new NewEvent(
            uuid(event.at()),
            event.at(),
            name.name(),
            String.valueOf(name.version()),
            Tagging.of(event),
            JSON.writeValueAsBytes(metadata),
            codec.encode(event));
    log.add(new Recorded(StoredEvent.at(emitted() + 1, fresh), Circumstances.of(metadata), event));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
