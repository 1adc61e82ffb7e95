package dev.annals.query.making;

import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a payload says of itself; nobody has to have signed it. */
record Claimed(Optional<TokenId> jti, Optional<SessionId> session, Optional<Instant> issuedAt) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  static Claimed of(byte[] payload) {
    try {
      var json = JSON.readTree(payload);
      return new Claimed(
          uuid(json, "jti", TokenId::new),
          uuid(json, "sid", SessionId::new),
          seconds(json.path("iat")));
    } catch (JacksonException _) {
      return new Claimed(Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private static <T> Optional<T> uuid(JsonNode json, String claim, Function<UUID, T> id) {
    try {
      return Optional.of(id.apply(UUID.fromString(json.path(claim).asString(""))));
    } catch (IllegalArgumentException | JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> seconds(JsonNode claim) {
    return claim.isIntegralNumber()
            && claim.canConvertToLong()
            && claim.longValue() >= 0
            && claim.longValue() <= LATEST
        ? Optional.of(Instant.ofEpochSecond(claim.longValue()))
        : Optional.empty();
  }
}
