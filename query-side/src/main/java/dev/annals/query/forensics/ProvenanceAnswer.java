package dev.annals.query.forensics;

import dev.annals.account.AccountId;
import dev.annals.query.making.Kind;
import dev.annals.query.making.Making;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of a token. It names ids, never the token.
 *
 * @param verdict on its making
 * @param differs the parts in which it is not what was issued
 * @param signingKey the key of ours that signed it, or that it says has signed it
 * @param handled who was given it and who showed it, as far as that left events
 * @param stopped what ended it, if anything has by now
 * @param goodUntil when its time is up, or was
 * @param readUpTo the last position that this rests on
 */
public record ProvenanceAnswer(
    Making verdict,
    Kind kind,
    String sentence,
    List<String> differs,
    @Nullable Key signingKey,
    @Nullable Token token,
    @Nullable AccountId accountId,
    @Nullable Session session,
    @Nullable ApiKeyStory key,
    List<Sighting> handled,
    Goodness goodAt,
    @Nullable Stop stopped,
    @Nullable Instant goodUntil,
    long readUpTo) {

  /** A key that signs, or signed. */
  public record Key(
      String kid,
      String state,
      Instant createdAt,
      @Nullable Instant retiredAt,
      @Nullable Instant publishedUntil) {}

  /**
   * What was issued.
   *
   * @param jti of the token; of the access token that came along with a refresh token
   * @param generation of a refresh token of ours, or of the one that came along
   */
  public record Token(
      TokenId jti,
      @Nullable Integer generation,
      long issuedPosition,
      Instant issuedAt,
      Instant expiresAt) {}

  /**
   * Something that left an event, and from where.
   *
   * @param address null where there was none, or the person is erased
   */
  public record Sighting(
      long position,
      Instant at,
      String what,
      String actor,
      @Nullable String address,
      @Nullable String userAgent,
      @Nullable String requestId) {}

  /**
   * The session that the token belongs to.
   *
   * @param chain what it was given, oldest first; of a long one only the end
   * @param chainLeftOff how many were left off before that
   * @param heldBy everywhere that it was seen
   * @param alarms spent refresh tokens that were shown again
   */
  public record Session(
      SessionId sessionId,
      String family,
      String method,
      Sighting began,
      Instant expiresAt,
      List<Issue> chain,
      int chainLeftOff,
      List<Holder> heldBy,
      List<Sighting> alarms) {}

  /**
   * One time that tokens were issued.
   *
   * @param asked whether the token in question is among them
   */
  public record Issue(
      long position,
      Instant at,
      @Nullable Integer generation,
      List<TokenId> jtis,
      @Nullable String address,
      @Nullable String userAgent,
      boolean asked) {}

  /** Somewhere that the session was seen. */
  public record Holder(
      @Nullable String address,
      @Nullable String userAgent,
      List<String> did,
      int times,
      long firstPosition,
      Instant firstAt,
      long lastPosition,
      Instant lastAt) {}

  /**
   * An API key, service token or private token.
   *
   * @param secret which of its secrets it is, from 1
   * @param secrets how many it has had
   */
  public record ApiKeyStory(
      String keyId, String name, int secret, int secrets, List<Sighting> events) {}

  /** Whether it was good at a moment, and why. */
  public record Goodness(long position, Instant at, boolean good, String reason, String sentence) {}

  /**
   * What ended it.
   *
   * @param position of the event that did; null when its time was up
   */
  public record Stop(
      @Nullable Long position, Instant at, @Nullable String event, String sentence) {}
}
