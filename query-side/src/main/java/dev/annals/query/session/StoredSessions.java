package dev.annals.query.session;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.account.AccountId;
import dev.annals.query.view.Words;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing.Live;
import dev.annals.token.Standing.LiveToken;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what the kernel's fold would have made of sessions, but for their refresh tokens, which
 * have no say in what is asked here. It costs the same however long a session has been going on.
 */
final class StoredSessions {
  private static final String SELECT =
      """
      select session.*, token.jti, token.use, token.expires_at as token_expires_at
      from unnest(?::uuid[]) as wanted (session)
      join session on session.session = wanted.session and session.to_position is null
      left join lateral (
        select alive from token
        where token.session = wanted.session and ordinal = 0
        order by from_position desc limit 1) as latest on true
      left join lateral unnest(latest.alive) with ordinality as alive (jti, nr) on true
      left join token on token.jti = alive.jti and token.to_position is null
      order by session.session, alive.nr
      """;

  private StoredSessions() {}

  static void read(Connection connection, Collection<SessionId> wanted, Consumer<Live> found)
      throws SQLException {
    try (var select = connection.prepareStatement(SELECT)) {
      var ids = wanted.stream().map(SessionId::value).toArray();
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (var row = select.executeQuery()) {
        read(row, found);
      }
    }
  }

  private static void read(ResultSet row, Consumer<Live> found) throws SQLException {
    Optional<Live> last = Optional.empty();
    var tokens = new ArrayList<LiveToken>();
    while (row.next()) {
      var session = new SessionId(uuid(row, "session"));
      if (last.isPresent() && !last.get().session().equals(session)) {
        found.accept(with(last.get(), tokens));
        tokens.clear();
        last = Optional.empty();
      }
      if (last.isEmpty()) {
        last = Optional.of(live(session, row));
      }
      if (row.getString("jti") != null) {
        tokens.add(token(row));
      }
    }
    last.ifPresent(live -> found.accept(with(live, tokens)));
  }

  private static Live live(SessionId session, ResultSet row) throws SQLException {
    return new Live(
        session,
        new AccountId(uuid(row, "account")),
        new Family(row.getString("family")),
        instant(row, "from_at"),
        instant(row, "expires_at"),
        row.getBoolean("restricted") && row.getString("lifted_position") == null,
        List.of(),
        Optional.empty());
  }

  private static LiveToken token(ResultSet row) throws SQLException {
    return new LiveToken(
        new TokenId(uuid(row, "jti")),
        Words.read(TokenUse.class, row.getString("use")),
        instant(row, "token_expires_at"));
  }

  private static Live with(Live live, List<LiveToken> tokens) {
    return new Live(
        live.session(),
        live.account(),
        live.family(),
        live.startedAt(),
        live.expiresAt(),
        live.passwordChangeRequired(),
        List.copyOf(tokens),
        Optional.empty());
  }
}
