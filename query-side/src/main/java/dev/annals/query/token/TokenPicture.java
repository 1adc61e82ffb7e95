package dev.annals.query.token;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.maybeInstant;
import static dev.annals.query.view.Columns.maybeLong;
import static dev.annals.query.view.Columns.maybeText;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.crypto.Sealed;
import dev.annals.query.view.Words;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What was known of a token at a moment; that its session was over is said there.
 *
 * @param generation of our own refresh token that was issued with it; none in foreign families
 * @param refreshExpiresAt until when that refresh token was good, unless spent before
 * @param address where it was asked for from, sealed for the purpose {@code address}
 * @param over by an event of its own; not by its time being up
 */
public record TokenPicture(
    TokenId jti,
    SessionId session,
    TokenUse use,
    Optional<Integer> generation,
    long issuedPosition,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> refreshExpiresAt,
    Optional<Sealed> address,
    Optional<String> userAgent,
    Optional<Over> over) {
  /** When it was over, and why. */
  public record Over(long position, Instant at, TokenOver by) {}

  /** As of a position, whatever the row has learnt since. */
  static TokenPicture read(ResultSet row, long position) throws SQLException {
    return new TokenPicture(
        new TokenId(uuid(row, "jti")),
        new SessionId(uuid(row, "session")),
        Words.read(TokenUse.class, row.getString("use")),
        maybeLong(row, "generation").map(Long::intValue),
        row.getLong("from_position"),
        instant(row, "from_at"),
        instant(row, "expires_at"),
        maybeInstant(row, "refresh_expires_at"),
        maybeText(row, "address").map(Sealed::new),
        maybeText(row, "user_agent"),
        over(row, position));
  }

  private static Optional<Over> over(ResultSet row, long position) throws SQLException {
    var end = maybeLong(row, "to_position").filter(at -> at <= position);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var why = Words.read(TokenOver.class, row.getString("ended_by"));
    return Optional.of(new Over(end.get(), instant(row, "to_at"), why));
  }
}
