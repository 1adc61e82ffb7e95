package dev.annals.command.federation;

import dev.annals.crypto.Base64Url;
import dev.annals.crypto.TrustedKeys;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a token says (RFC 7519, section 4), believed or not. */
final class Claims {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode claims;

  private Claims(JsonNode claims) {
    this.claims = claims;
  }

  /** Of a token whose signature nobody has looked at yet. */
  static Optional<Claims> unverified(String jwt) {
    int first = jwt.indexOf('.');
    int last = jwt.lastIndexOf('.');
    return jwt.length() > TrustedKeys.LONGEST || first >= last
        ? Optional.empty()
        : Base64Url.decode(jwt.substring(first + 1, last)).flatMap(Claims::parse);
  }

  /** Empty for anything but one JSON object in UTF-8 without duplicate names. */
  static Optional<Claims> parse(byte[] payload) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject).map(Claims::new);
    } catch (CharacterCodingException | JacksonException | IllegalArgumentException _) {
      // The last one is how Jackson says that a number is out of all reason.
      return Optional.empty();
    }
  }

  boolean has(String name) {
    return claims.has(name);
  }

  /** Empty if it is not there or no string. */
  Optional<String> text(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  /** Empty if it is not there or no number; RFC 7519 allows fractions of seconds. */
  Optional<BigDecimal> seconds(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  /** Whether a claim that is a string or many of them says so (RFC 7519, section 4.1.3). */
  boolean includes(String name, String value) {
    var claim = claims.path(name);
    return claim.isArray()
        ? claim.valueStream().anyMatch(one -> isText(one, value))
        : isText(claim, value);
  }

  private static boolean isText(JsonNode node, String value) {
    return node.isString() && node.stringValue().equals(value);
  }
}
