package dev.annals.check;

import dev.annals.client.ApiKey;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.RefreshGrant;
import dev.annals.session.TokenUse;
import dev.annals.token.RefreshToken;
import dev.annals.token.Standing.Live;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a token means now, in the words of RFC 7662, section 2.2. */
public final class Introspection {
  private static final Map<String, Object> INACTIVE = Map.of("active", false);

  private final EveryToken tokens;
  private final Histories histories;
  private final InstantSource clock;

  public Introspection(EveryToken tokens, Histories histories, InstantSource clock) {
    this.tokens = tokens;
    this.histories = histories;
    this.clock = clock;
  }

  /** Of a token that is not good, whyever, only that (section 2.2). */
  public Map<String, Object> of(String token) {
    return tokens
        .own()
        .good(token)
        .map(Introspection::access)
        .or(() -> tokens.refresh().parse(token).flatMap(this::refresh))
        .or(() -> tokens.foreign().good(token).map(Introspection::foreign))
        .or(() -> tokens.own().recognise(token).flatMap(Introspection::apiKey))
        .or(() -> tokens.chosen().find(token).map(Introspection::chosen))
        .orElse(INACTIVE);
  }

  private static Map<String, Object> access(TokenCheck.Good good) {
    var grant = good.claims().grant();
    var answer = active(good.claims().account().toString(), grant.clientId());
    answer.put("scope", grant.scope());
    answer.put("token_type", "Bearer");
    answer.put("exp", grant.expiresAt().getEpochSecond());
    answer.put("iat", grant.issuedAt().getEpochSecond());
    answer.put("aud", grant.audience());
    answer.put("iss", grant.issuer());
    answer.put("jti", grant.jti().toString());
    answer.put("sid", good.claims().session().toString());
    answer.put("roles", good.roles().stream().map(Object::toString).sorted().toList());
    return answer;
  }

  /** The roles are those of now: what such a token says of itself is its family's matter. */
  private static Map<String, Object> foreign(ForeignCheck.Good good) {
    var answer = active(good.ref().account().toString(), good.live().family().value());
    if (good.grant().use() == TokenUse.ACCESS) {
      answer.put("token_type", "Bearer");
      answer.put("roles", good.roles().stream().map(Object::toString).sorted().toList());
    }
    answer.put("exp", good.grant().expiresAt().getEpochSecond());
    answer.put("iat", good.grant().issuedAt().getEpochSecond());
    answer.put("jti", good.grant().jti().toString());
    answer.put("sid", good.ref().session().toString());
    return answer;
  }

  private Optional<Map<String, Object>> refresh(RefreshToken token) {
    var ref = new Ref(token.session(), token.account());
    var standing = histories.current(Sessions.STREAM, ref).standing();
    return standing instanceof Live live && clock.instant().isBefore(live.expiresAt())
        ? live.refresh().filter(grant -> isGood(grant, token)).map(grant -> refresh(token, grant))
        : Optional.empty();
  }

  private boolean isGood(RefreshGrant grant, RefreshToken token) {
    return grant.hash().matches(token.hash()) && clock.instant().isBefore(grant.expiresAt());
  }

  private static Map<String, Object> refresh(RefreshToken token, RefreshGrant grant) {
    var answer = active(token.account().toString(), "annals");
    Instant expiry = grant.expiresAt();
    answer.put("exp", expiry.getEpochSecond());
    answer.put("sid", token.session().toString());
    return answer;
  }

  private static Optional<Map<String, Object>> apiKey(Bearer bearer) {
    return bearer instanceof Bearer.Machine machine
        ? Optional.of(active(machine.account().toString(), machine.key().toString()))
        : Optional.empty();
  }

  private static Map<String, Object> chosen(ApiKey.Usable key) {
    var answer = active(key.account().toString(), key.key().toString());
    answer.put("token_type", key.kind().text());
    return answer;
  }

  private static Map<String, Object> active(String subject, String clientId) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("active", true);
    answer.put("sub", subject);
    answer.put("client_id", clientId);
    return answer;
  }
}
