package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as somebody makes them who has come by a secret. */
final class Forged {
  private Forged() {}

  static String of(String algorithm, String payload, byte[] secret)
      throws GeneralSecurityException {
    var header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    var text = encoded(header.getBytes(UTF_8)) + "." + encoded(payload.getBytes(UTF_8));
    if (algorithm.equals("none")) {
      return text + ".";
    }
    var name = "HmacSHA" + algorithm.substring(2);
    var mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(secret, name));
    return text + "." + encoded(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
