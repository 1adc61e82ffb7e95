package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.crypto.KeyId;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The claims of an access token as JSON, in one fixed order (RFC 9068, section 2.2). */
final class AccessPayload {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private AccessPayload() {}

  static byte[] write(AccessClaims claims) {
    AccessGrant grant = claims.grant();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("iss", grant.issuer())
        .put("sub", claims.account().toString())
        .put("aud", grant.audience())
        .put("client_id", grant.clientId())
        .put("iat", grant.issuedAt().getEpochSecond())
        .put("exp", grant.expiresAt().getEpochSecond())
        .put("jti", grant.jti().toString());
    if (!grant.scope().isEmpty()) {
      json.put("scope", grant.scope());
    }
    json.put("sid", claims.session().toString());
    ArrayNode roles = json.putArray("roles");
    grant.roles().forEach(role -> roles.add(role.value()));
    return MAPPER.writeValueAsBytes(json);
  }

  /** Empty unless every claim is there and of its type; claims of a later version are ignored. */
  static Optional<AccessClaims> read(byte[] payload, KeyId kid) {
    try {
      return Optional.of(claims(MAPPER.readTree(payload), kid));
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static AccessClaims claims(JsonNode json, KeyId kid) {
    AccessGrant grant =
        new AccessGrant(
            new TokenId(uuid(json, "jti")),
            kid,
            text(json, "iss"),
            text(json, "aud"),
            text(json, "client_id"),
            json.has("scope") ? text(json, "scope") : "",
            roles(json.path("roles")),
            instant(json, "iat"),
            instant(json, "exp"));
    AccountId account = new AccountId(uuid(json, "sub"));
    return new AccessClaims(grant, account, new SessionId(uuid(json, "sid")));
  }

  private static String text(JsonNode json, String claim) {
    if (!json.path(claim).isString()) {
      throw new IllegalArgumentException(claim + " must be a string");
    }
    return json.path(claim).stringValue();
  }

  private static UUID uuid(JsonNode json, String claim) {
    String text = text(json, claim);
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException(claim + " must be a UUID");
    }
    return uuid;
  }

  private static Instant instant(JsonNode json, String claim) {
    if (!json.path(claim).canConvertToLong() || !json.path(claim).isIntegralNumber()) {
      throw new IllegalArgumentException(claim + " must be a whole number of seconds");
    }
    return Instant.ofEpochSecond(json.path(claim).longValue());
  }

  private static List<Role> roles(JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("roles must be an array");
    }
    List<Role> roles = new ArrayList<>();
    for (JsonNode role : json) {
      if (!role.isString()) {
        throw new IllegalArgumentException("a role must be a string");
      }
      roles.add(new Role(role.stringValue()));
    }
    return roles;
  }
}
