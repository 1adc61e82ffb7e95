package dev.annals.command.installation;

import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.command.axon.AxonStreams;
import dev.annals.command.axon.EveryStream;
import dev.annals.command.axon.LaggingLog;
import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.WrongKey;
import dev.annals.event.Circumstances;
import dev.annals.history.KeyRings;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoundingTest {
  private static final Duration OVERLAP = Duration.ofMinutes(10);
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);

  private final MemoryLog log = new MemoryLog();
  private final AxonStreams one = EveryStream.on(new LaggingLog(log));
  private final AxonStreams other = EveryStream.on(new LaggingLog(log));
  private final Sealing sealing = sealing();

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  private static Sealing sealing() {
    return new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  }

  private static Founding founding(AxonStreams streams, Sealing sealing) {
    return new Founding(
        streams.commands(), streams.histories(), sealing, Randomness.secure(CLOCK), CLOCK);
  }

  private List<String> names() {
    return log.read(0, 100).stream().map(StoredEvent::name).toList();
  }

  private KeyRing ring() {
    return one.histories().current(KeyRings.STREAM, KeyRings.Id.ALL);
  }

  private static String indexOf(InstallationSecret secret) {
    return secret.blindIndex().of("ada");
  }

  @Test
  void an_installation_has_one_secret_in_every_process_and_after_each_start() {
    var first = founding(one, sealing).secret();

    assertThat(indexOf(founding(other, sealing).secret())).isEqualTo(indexOf(first));
    assertThat(indexOf(founding(one, sealing).secret())).isEqualTo(indexOf(first));
    assertThat(names()).containsExactly("installation.founded");
  }

  @Test
  void another_key_encryption_key_is_the_wrong_one() {
    var _ = founding(one, sealing).secret();

    assertThatExceptionOfType(WrongKey.class).isThrownBy(() -> founding(other, sealing()).secret());
    assertThat(names()).containsExactly("installation.founded");
  }

  @Test
  void a_key_is_made_once_for_all_processes() {
    founding(one, sealing).signingKey(SigningAlgorithm.EDDSA, OVERLAP);
    founding(other, sealing).signingKey(SigningAlgorithm.EDDSA, OVERLAP);

    assertThat(names()).containsExactly("signing_key.created");
    assertThat(ring().active().map(SigningKeyCreated::at)).contains(NOON);
  }

  @Test
  void another_algorithm_asks_for_another_key() {
    founding(one, sealing).signingKey(SigningAlgorithm.EDDSA, OVERLAP);
    founding(one, sealing).signingKey(SigningAlgorithm.RS256, OVERLAP);

    assertThat(ring().active().map(SigningKeyCreated::algorithm)).contains(SigningAlgorithm.RS256);
    assertThat(names())
        .containsExactly("signing_key.created", "signing_key.created", "signing_key.retired");
  }

  @Test
  void a_rotation_expects_the_key_that_it_was_shown() {
    var founding = founding(one, sealing);
    founding.signingKey(SigningAlgorithm.EDDSA, OVERLAP);
    var active = ring().active();
    var rotation = founding.rotate(SigningAlgorithm.EDDSA, active, OVERLAP);
    var late = founding.rotate(SigningAlgorithm.EDDSA, active, OVERLAP);
    var _ = one.commands().send(rotation, Circumstances.SYSTEM);
    var _ = other.commands().send(late, Circumstances.SYSTEM);

    assertThat(rotation.overlap()).isEqualTo(OVERLAP);
    assertThat(ring().active()).contains(rotation.created());
    assertThat(ring().keys()).hasSize(2);
  }

  @Test
  void another_key_takes_over_and_opens_alone_what_the_former_sealed() {
    var keys = new MemoryDataKeys();
    var former = KeyEncryptionKey.generate();
    var next = KeyEncryptionKey.generate();
    var before = new Sealing(former, keys);
    var index = indexOf(founding(one, before).secret());
    var person = DataKeyName.account(new UUID(1, 2));
    before.create(person);
    var sealed = before.seal(person, "login", "ada");

    var taking = new Sealing(next, keys);
    taking.trust(former);
    founding(one, taking).replaceKek(former.id());
    founding(other, taking).replaceKek(former.id());

    var after = new Sealing(next, keys);
    assertThat(indexOf(founding(other, after).secret())).isEqualTo(index);
    assertThat(after.open(sealed, "login")).contains("ada");
    assertThat(names()).containsExactly("installation.founded", "installation.kek_replaced");
    assertThat(after.rewrapDataKeys()).isZero();
  }

  @Test
  void after_two_replacements_the_last_key_is_enough() {
    var keys = new MemoryDataKeys();
    var kek = KeyEncryptionKey.generate();
    var index = indexOf(founding(one, new Sealing(kek, keys)).secret());
    for (int i = 0; i < 2; i++) {
      var next = KeyEncryptionKey.generate();
      var sealing = new Sealing(next, keys);
      sealing.trust(kek);
      founding(one, sealing).replaceKek(kek.id());
      kek = next;
    }

    assertThat(indexOf(founding(other, new Sealing(kek, keys)).secret())).isEqualTo(index);
  }

  @Test
  void a_process_that_still_has_the_former_key_neither_fails_nor_takes_back() {
    var keys = new MemoryDataKeys();
    var former = KeyEncryptionKey.generate();
    var next = KeyEncryptionKey.generate();
    var index = indexOf(founding(one, new Sealing(former, keys)).secret());
    var taking = new Sealing(next, keys);
    taking.trust(former);
    founding(one, taking).replaceKek(former.id());

    var lagging = new Sealing(former, keys);
    lagging.trust(next);
    assertThat(indexOf(founding(other, lagging).secret())).isEqualTo(index);
    assertThat(names()).containsExactly("installation.founded", "installation.kek_replaced");
  }

  @Test
  void a_former_key_alone_is_the_wrong_one() {
    var keys = new MemoryDataKeys();
    var former = KeyEncryptionKey.generate();
    var _ = founding(one, new Sealing(former, keys)).secret();
    var taking = new Sealing(KeyEncryptionKey.generate(), keys);
    taking.trust(former);
    founding(one, taking).replaceKek(former.id());

    assertThatExceptionOfType(WrongKey.class)
        .isThrownBy(() -> founding(other, new Sealing(former, keys)).secret());
  }
}
