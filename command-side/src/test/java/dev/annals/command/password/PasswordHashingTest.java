package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {
  private static final KdfParameters CHEAP = new KdfParameters(64, 1, 1);
  private static final KdfParameters DEARER = new KdfParameters(128, 2, 1);
  private static final Password RIGHT = new Password("many a little makes a mickle");
  private static final Password WRONG = new Password("Many a little makes a mickle");

  private final Bulkhead bulkhead = new Bulkhead(2, 8, Duration.ofMinutes(1));
  private final PasswordHashing hashing =
      new PasswordHashing(CHEAP, seeded(1), bulkhead, new BouncyArgon2id());

  @AfterEach
  void close() {
    bulkhead.close();
  }

  private static IntFunction<byte[]> seeded(long seed) {
    var random = new Random(seed);
    return length -> {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      return bytes;
    };
  }

  @Test
  void the_right_password_matches_and_no_other() {
    var verifier = hashing.hash(RIGHT);

    assertThat(hashing.matches(RIGHT, verifier)).isTrue();
    assertThat(hashing.matches(WRONG, verifier)).isFalse();
    assertThat(hashing.matches(new Password(""), verifier)).isFalse();
    assertThat(verifier.phc()).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\ud83d\udc0e", "\u0627\u0644\u0633\u0644\u0627\u0645"})
  void any_text_can_be_hashed(String typed) {
    for (var argon2id : List.of(new BouncyArgon2id(), new NativeArgon2id())) {
      var either = new PasswordHashing(CHEAP, seeded(2), bulkhead, argon2id);

      assertThat(either.matches(new Password(typed), either.hash(new Password(typed)))).isTrue();
    }
  }

  @Test
  void one_password_hashed_twice_gives_two_verifiers() {
    assertThat(hashing.hash(RIGHT)).isNotEqualTo(hashing.hash(RIGHT));
  }

  @Test
  void the_same_letters_typed_on_another_keyboard_match() {
    var verifier = hashing.hash(new Password("d\u00e9j\u00e0 vu"));

    assertThat(hashing.matches(new Password("de\u0301ja\u0300 vu"), verifier)).isTrue();
  }

  @Test
  void a_verifier_is_outdated_when_it_was_made_otherwise() {
    var today = new PasswordHashing(DEARER, seeded(3), bulkhead, new BouncyArgon2id());
    var verifier = hashing.hash(RIGHT);

    assertThat(hashing.isOutdated(verifier)).isFalse();
    assertThat(today.isOutdated(verifier)).isTrue();
    assertThat(today.matches(RIGHT, verifier)).isTrue();
    assertThat(hashing.isOutdated(new Verifier(CHEAP, new byte[16], new byte[24]))).isTrue();
    assertThat(hashing.isOutdated(new Verifier(CHEAP, new byte[8], new byte[32]))).isTrue();
  }

  @Test
  void a_decoy_does_the_same_work_as_a_comparison() {
    var verifier = hashing.hash(RIGHT);
    assertThat(hashing.computationsByParameters()).isEqualTo(Map.of(CHEAP, 1L));

    boolean _ = hashing.matches(WRONG, verifier);
    assertThat(hashing.computationsByParameters()).isEqualTo(Map.of(CHEAP, 2L));

    hashing.decoy(WRONG);
    assertThat(hashing.computationsByParameters()).isEqualTo(Map.of(CHEAP, 3L));
    assertThat(hashing.computations()).isEqualTo(3);
  }

  /** The vectors of the reference implementation's own test.c. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          password, m=65536!t=2!p=1, c29tZXNhbHQ, CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc
          password, m=262144!t=2!p=1, c29tZXNhbHQ, eP4eyR+zqlZX1y5xCFTkw9m5GYx0L5YWwvCFvtlbLow
          password, m=256!t=2!p=1, c29tZXNhbHQ, nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4
          password, m=256!t=2!p=2, c29tZXNhbHQ, bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc
          password, m=65536!t=1!p=1, c29tZXNhbHQ, 9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg
          password, m=65536!t=4!p=1, c29tZXNhbHQ, kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw
          differentpassword, m=65536!t=2!p=1, c29tZXNhbHQ, C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94
          password, m=65536!t=2!p=1, ZGlmZnNhbHQ, vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw
          """)
  void both_implementations_compute_what_the_reference_does(
      String password, String parameters, String salt, String hash) {
    var verifier =
        Verifier.parse(
            "$argon2id$v=19$%s$%s$%s".formatted(parameters.replace('!', ','), salt, hash));

    for (var argon2id : List.of(new BouncyArgon2id(), new NativeArgon2id())) {
      var either = new PasswordHashing(CHEAP, seeded(4), bulkhead, argon2id);

      assertThat(either.matches(new Password(password), verifier)).isTrue();
    }
  }

  @Test
  void both_implementations_agree_on_every_length() {
    for (int length = 16; length <= 64; length++) {
      byte[] password = RIGHT.utf8();
      byte[] salt = seeded(length).apply(16);

      assertThat(new NativeArgon2id().derive(password, salt, DEARER, length))
          .hasSize(length)
          .isEqualTo(new BouncyArgon2id().derive(password, salt, DEARER, length));
    }
  }

  @Test
  void the_native_library_is_used_where_it_loads() {
    assertThat(Argon2id.fastest()).isInstanceOf(NativeArgon2id.class);
  }

  @Test
  void java_takes_over_where_the_library_does_not_load() {
    var chosen =
        Argon2id.firstThatLoads(
            List.of(
                () -> {
                  throw new UnsatisfiedLinkError("no argon2 here");
                },
                () -> {
                  throw new NoClassDefFoundError("nor the second time");
                },
                () -> {
                  throw new IllegalCallerException("native access is denied");
                },
                BouncyArgon2id::new));

    assertThat(chosen).isInstanceOf(BouncyArgon2id.class);
  }

  @Test
  void without_any_implementation_nothing_starts() {
    assertThatThrownBy(() -> Argon2id.firstThatLoads(List.of()))
        .isInstanceOf(LinkageError.class)
        .hasMessage("no implementation of Argon2id loads");
  }

  @Test
  void a_broken_implementation_is_an_error_and_never_a_match() {
    var broken =
        new PasswordHashing(
            CHEAP,
            seeded(5),
            bulkhead,
            (_, _, _, _) -> {
              throw new IllegalStateException("out of memory");
            });

    assertThatIllegalStateException().isThrownBy(() -> broken.decoy(RIGHT));
  }

  @Test
  void our_copy_of_the_password_is_wiped() {
    var seen = new AtomicReference<byte[]>();
    Argon2id spy =
        (password, _, _, length) -> {
          seen.set(password);
          assertThat(password).isEqualTo(RIGHT.utf8());
          return new byte[length];
        };

    new PasswordHashing(CHEAP, seeded(6), bulkhead, spy).decoy(RIGHT);

    assertThat(seen.get()).hasSameSizeAs(RIGHT.utf8()).containsOnly(0);
  }

  @Test
  void a_full_house_is_passed_on() {
    bulkhead.close();

    assertThatThrownBy(() -> hashing.hash(RIGHT)).isInstanceOf(TooBusy.class);
    assertThat(hashing.computations()).isZero();
  }
}
