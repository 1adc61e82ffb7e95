package dev.annals.query.token;

import dev.annals.query.view.Asking;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was known of tokens as of a position: index lookups, however many there were. */
public final class TokensAt {
  private static final String ONE = "select * from $.token where jti = ? and from_position <= ?";

  private static final String ISSUED =
      """
      select * from $.token where session = ? and from_position > ? and from_position <= ?
      order by from_position, ordinal limit ?
      """;

  /** The kernel's fold, as it was written down with the last tokens issued until then. */
  private static final String LIVE =
      """
      select token.* from (
        select alive from $.token where session = ? and from_position <= ? and ordinal = 0
        order by from_position desc limit 1) as latest
      cross join lateral unnest(alive) with ordinality as alive (jti, nr)
      join $.token on token.jti = alive.jti
      join $.session on session.session = token.session
      where (token.to_position is null or token.to_position > ?) and token.expires_at > ?
        and (session.to_position is null or session.to_position > ?) and session.expires_at > ?
      order by alive.nr
      """;

  private final Asking asking;

  /**
   * Questions to one generation of the view.
   *
   * @param schema of the generation
   */
  public TokensAt(Connection connection, String schema) {
    asking = new Asking(connection, schema);
  }

  /** Empty when it had not been issued by then. */
  public Optional<TokenPicture> find(TokenId jti, long position) throws SQLException {
    return asking.first(ONE, row -> TokenPicture.read(row, position), jti.value(), position);
  }

  /**
   * A page of all that a session was ever given by then, oldest first; those but the first few are
   * its refreshes.
   *
   * @param after the position where the last token of the page before was issued; 0 to begin with.
   *     Tokens issued at one position are few: ask for a limit with room for them
   */
  public List<TokenPicture> of(SessionId session, long position, long after, int limit)
      throws SQLException {
    return asking.all(
        ISSUED, row -> TokenPicture.read(row, position), session.value(), after, position, limit);
  }

  /** Those of a session that were good then, oldest first. */
  public List<TokenPicture> liveOf(SessionId session, long position, Instant at)
      throws SQLException {
    return asking.all(
        LIVE,
        row -> TokenPicture.read(row, position),
        session.value(),
        position,
        position,
        at,
        position,
        at);
  }
}
