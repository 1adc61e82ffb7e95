package dev.annals.query.session;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.maybeLong;
import static dev.annals.query.view.Columns.maybeText;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.query.view.Words;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.token.Standing.End;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What was known of a session at a moment.
 *
 * @param restricted nothing but changing the password was possible in it
 * @param address where the sign-in came from, sealed for the purpose {@code address}
 * @param ended by an event; not by its time being up
 */
public record SessionPicture(
    SessionId session,
    AccountId account,
    Family family,
    SignInMethod method,
    long startedPosition,
    Instant startedAt,
    Instant expiresAt,
    boolean restricted,
    Optional<Sealed> address,
    Optional<String> userAgent,
    Optional<Ended> ended) {
  /** When it was over, and why. */
  public record Ended(long position, Instant at, End by) {}

  public boolean isLive(Instant at) {
    return ended.isEmpty() && at.isBefore(expiresAt);
  }

  /** In one word: {@code ended}, {@code expired} or {@code live}. */
  public String status(Instant at) {
    if (ended.isPresent()) {
      return "ended";
    }
    return isLive(at) ? "live" : "expired";
  }

  /** As of a position, whatever the row has learnt since. */
  static SessionPicture read(ResultSet row, long position) throws SQLException {
    boolean lifted = maybeLong(row, "lifted_position").filter(at -> at <= position).isPresent();
    return new SessionPicture(
        new SessionId(uuid(row, "session")),
        new AccountId(uuid(row, "account")),
        new Family(row.getString("family")),
        Words.read(SignInMethod.class, row.getString("method")),
        row.getLong("from_position"),
        instant(row, "from_at"),
        instant(row, "expires_at"),
        row.getBoolean("restricted") && !lifted,
        maybeText(row, "address").map(Sealed::new),
        maybeText(row, "user_agent"),
        ended(row, position));
  }

  private static Optional<Ended> ended(ResultSet row, long position) throws SQLException {
    var end = maybeLong(row, "to_position").filter(at -> at <= position);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var why = Words.read(End.class, row.getString("ended_by"));
    return Optional.of(new Ended(end.get(), instant(row, "to_at"), why));
  }
}
