package dev.annals.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Security;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EdwardsTest {
  private static final BigInteger FIELD = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final KeyPair PAIR = SigningAlgorithm.EDDSA.newKeyPair();
  private static final Signer SIGNER = Edwards.signer(PAIR.getPrivate());
  private static final SignatureCheck CHECK = Edwards.check(PAIR.getPublic());
  private static final byte[] MESSAGE = "header.payload".getBytes(US_ASCII);

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void the_examples_of_rfc_8032_have_the_signatures_of_rfc_8032(
      String seed, String point, String message, String signature) throws Exception {
    byte[] signed = HexFormat.of().parseHex(message);
    byte[] expected = HexFormat.of().parseHex(signature);
    var pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + seed);
    var info = HexFormat.of().parseHex("302a300506032b6570032100" + point);
    KeyFactory java = KeyFactory.getInstance("Ed25519");

    Signer signer = Edwards.signer(java.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    SignatureCheck check = Edwards.check(java.generatePublic(new X509EncodedKeySpec(info)));

    assertThat(signer.sign(signed)).isEqualTo(expected);
    assertThat(check.verifies(signed, expected)).isTrue();
  }

  @Test
  void java_signs_the_same_bytes_and_each_verifies_what_the_other_signed() throws Exception {
    Random random = new Random(8032);
    for (int length = 0; length < 300; length += 7) {
      byte[] message = new byte[length];
      random.nextBytes(message);

      byte[] ours = SIGNER.sign(message);
      byte[] javas = signedByJava(message);

      assertThat(ours).isEqualTo(javas);
      assertThat(CHECK.verifies(message, javas)).isTrue();
      assertThat(verifiedByJava(message, ours)).isTrue();
    }
  }

  @Test
  void many_may_sign_and_verify_with_one_key_at_once() {
    byte[] signature = SIGNER.sign(MESSAGE);

    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .allMatch(_ ->
                    Arrays.equals(SIGNER.sign(MESSAGE), signature)
                        && CHECK.verifies(MESSAGE, signature)))
        .isTrue();
  }

  @Test
  void a_signature_with_a_byte_more_or_less_is_refused() {
    byte[] signature = SIGNER.sign(MESSAGE);

    for (int length : new int[] {0, 1, 32, 63, 65, 96, 128}) {
      assertThat(CHECK.verifies(MESSAGE, Arrays.copyOf(signature, length))).isFalse();
    }
    assertThat(CHECK.verifies(MESSAGE, Arrays.copyOf(signature, 64))).isTrue();
  }

  @Test
  void a_signature_with_any_flipped_bit_is_refused() {
    byte[] signature = SIGNER.sign(MESSAGE);
    for (int bit = 0; bit < 512; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(CHECK.verifies(MESSAGE, flipped)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void a_signature_moved_by_a_point_of_small_order_is_refused() {
    byte[] signature = SIGNER.sign(MESSAGE);
    byte[] moved = moved(Arrays.copyOf(signature, 32));
    System.arraycopy(moved, 0, signature, 0, 32);

    assertThat(CHECK.verifies(MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
      })
  void a_public_key_of_small_order_under_which_anyone_could_sign_is_refused(String point)
      throws Exception {
    assertRefused(HexFormat.of().parseHex(point));
  }

  @Test
  void a_public_key_moved_by_a_point_of_small_order_is_refused() throws Exception {
    byte[] info = PAIR.getPublic().getEncoded();

    assertRefused(moved(Arrays.copyOfRange(info, 12, 44)));
  }

  @Test
  void a_public_key_that_is_no_point_is_refused() throws Exception {
    assertRefused(HexFormat.of().parseHex("02" + "00".repeat(31)));
    assertRefused(HexFormat.of().parseHex("ff".repeat(32)));
  }

  @Test
  void no_security_provider_is_registered() {
    assertThat(CHECK.verifies(MESSAGE, SIGNER.sign(MESSAGE))).isTrue();
    assertThat(Security.getProvider("BC")).isNull();
  }

  /** As a JWK in which all else is right. */
  private static void assertRefused(byte[] point) throws GeneralSecurityException {
    String x = Base64Url.encode(point);
    byte[] members =
        "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x).getBytes(US_ASCII);
    String kid = Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(members));
    String jwk =
        "{\"alg\":\"EdDSA\",\"crv\":\"Ed25519\",\"kid\":\"%s\",\"kty\":\"OKP\",\"use\":\"sig\",\"x\":\"%s\"}"
            .formatted(kid, x);

    assertThatThrownBy(() -> VerificationKey.fromJwk(jwk))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a point of Ed25519's prime-order group");
  }

  /** The sum of a point and (0, -1), which is of order two: both coordinates change sign. */
  private static byte[] moved(byte[] point) {
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[31 - i] = (byte) (i == 31 ? point[i] & 0x7f : point[i]);
    }
    byte[] y = FIELD.subtract(new BigInteger(1, bigEndian)).toByteArray();
    byte[] moved = new byte[32];
    for (int i = 0; i < y.length && i < 32; i++) {
      moved[i] = y[y.length - 1 - i];
    }
    moved[31] |= (byte) (~point[31] & 0x80);
    return moved;
  }

  private static byte[] signedByJava(byte[] message) throws GeneralSecurityException {
    Signature java = Signature.getInstance("Ed25519");
    java.initSign(PAIR.getPrivate());
    java.update(message);
    return java.sign();
  }

  private static boolean verifiedByJava(byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature java = Signature.getInstance("Ed25519");
    java.initVerify(PAIR.getPublic());
    java.update(message);
    return java.verify(signature);
  }
}
