package dev.annals.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.session.Family;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SigningKeyCreated FIRST = created("first");
  private static final SigningKeyCreated SECOND = created("second");

  @Test
  void an_empty_ring_signs_nothing() {
    assertThat(KeyRing.EMPTY.active()).isEmpty();
  }

  @Test
  void the_latest_key_that_is_not_retired_signs() {
    assertThat(after(FIRST).active()).contains(FIRST);
    assertThat(after(FIRST, SECOND).active()).contains(SECOND);
    assertThat(after(FIRST, SECOND, retired("first")).active()).contains(SECOND);
    assertThat(after(FIRST, SECOND, retired("second")).active()).contains(FIRST);
  }

  @Test
  void a_retired_key_is_published_until_the_stated_instant() {
    var entry = requireNonNull(after(FIRST, retired("first")).keys().get(new KeyId("first")));

    assertThat(entry.isPublished(NOON.plusSeconds(599))).isTrue();
    assertThat(entry.isPublished(NOON.plusSeconds(600))).isFalse();
  }

  @Test
  void a_key_that_signs_is_published_for_ever() {
    var entry = requireNonNull(after(FIRST).keys().get(new KeyId("first")));

    assertThat(entry.isPublished(Instant.MAX)).isTrue();
  }

  @Test
  void retiring_an_unknown_key_changes_nothing() {
    assertThat(after(FIRST, retired("third"))).isEqualTo(after(FIRST));
  }

  @Test
  void each_family_has_a_key_of_its_own_that_is_none_of_ours() {
    var ring = after(FIRST, shared("a", "datarhei"), shared("b", "databrain"), retired("b"));

    assertThat(ring.active()).contains(FIRST);
    assertThat(ring.active(new Family("datarhei"))).contains(shared("a", "datarhei"));
    assertThat(ring.active(new Family("databrain"))).isEmpty();
    assertThat(ring.keys()).containsOnlyKeys(new KeyId("first"));
    assertThat(requireNonNull(ring.shared().get(new KeyId("b"))).isPublished(NOON)).isTrue();
  }

  private static SharedKeyCreated shared(String kid, String family) {
    return new SharedKeyCreated(new KeyId(kid), new Family(family), new Sealed("kek/AA"), NOON);
  }

  private static KeyRing after(SigningKeyEvent... history) {
    var ring = KeyRing.EMPTY;
    for (var event : history) {
      ring = KeyRing.evolve(ring, event);
    }
    return ring;
  }

  private static SigningKeyCreated created(String kid) {
    return new SigningKeyCreated(
        new KeyId(kid), SigningAlgorithm.EDDSA, "{}", new Sealed("kek/AA"), NOON);
  }

  private static SigningKeyRetired retired(String kid) {
    return new SigningKeyRetired(new KeyId(kid), NOON.plusSeconds(600), NOON);
  }
}
