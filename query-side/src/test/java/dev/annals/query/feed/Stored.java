package dev.annals.query.feed;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.EventName;
import dev.annals.store.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** One stored event of every name in the catalogue, with the payload that its golden file holds. */
final class Stored {
  private static final Path GOLDEN = Path.of("../shared-kernel/src/test/resources/golden/event");
  private static final Path SECRETS =
      Path.of("../shared-kernel/src/test/resources/golden/crypto/sealed-v1.properties");
  static final UUID SUBJECT = UUID.fromString("0199f3a0-0000-7000-8000-00000000beef");

  private Stored() {}

  /** Of an installation whose secret everybody knows. */
  static KeyedHash key() {
    var golden = new Properties();
    try (var file = Files.newBufferedReader(SECRETS)) {
      golden.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var kek = KeyEncryptionKey.fromBase64(golden.getProperty("key-encryption-key"));
    var sealed = new Sealed(golden.getProperty("installation-secret"));
    var sealing = new Sealing(kek, new MemoryDataKeys());
    return InstallationSecret.open(sealed, sealing).relayedRecords();
  }

  static List<StoredEvent> everyEvent() {
    return EventCatalogue.names().stream().map(Stored::event).toList();
  }

  static StoredEvent event(EventName name) {
    return new StoredEvent(
        9_007_199_254_740_993L,
        UUID.fromString("0199f3a0-1234-7000-8000-000000000001"),
        Instant.parse("2026-01-01T12:00:00.000100Z"),
        name.name(),
        Integer.toString(name.version()),
        List.of("account:0199f3a0-0000-7000-8000-000000000001", "odd:,\"\\ü€😀"),
        metadata(),
        payload(name));
  }

  private static byte[] metadata() {
    return "{\"actor\":\"system\",\"family\":\"annals\",\"subject\":\"%s\",\"user_agent\":\"ü\"}"
        .formatted(SUBJECT)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] payload(EventName name) {
    try {
      return Files.readAllBytes(
          GOLDEN.resolve("%s.v%d.json".formatted(name.name(), name.version())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
