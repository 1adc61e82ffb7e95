package dev.annals.query.session;

import dev.annals.crypto.Sealed;
import dev.annals.query.token.TokenOver;
import dev.annals.query.view.Micros;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Updates;
import dev.annals.query.view.Words;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.token.Standing.LiveToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens on their way into their table: one row each. The first of those that were issued together
 * names all that were alive in the session from then on, so that nothing has to be folded to know
 * it, now or for any moment: {@code alive}, without what was over since.
 */
final class TokenTable {
  static final String TABLE =
      """
      create table token (
        jti uuid primary key,
        session uuid not null,
        from_position bigint not null,
        ordinal integer not null,
        from_at timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        ended_by text,
        use text not null,
        generation integer,
        expires_at timestamptz not null,
        refresh_expires_at timestamptz,
        address text,
        user_agent text,
        alive uuid[]
      ) with (fillfactor = 95);
      create index token_by_session on token (session, from_position, ordinal);
      """;

  private static final List<String> COLUMNS =
      List.of(
          "jti",
          "session",
          "from_position",
          "ordinal",
          "from_at",
          "to_position",
          "to_at",
          "ended_by",
          "use",
          "generation",
          "expires_at",
          "refresh_expires_at",
          "address",
          "user_agent",
          "alive");

  /** Tokens issued together. */
  record Issue(
      Recorded recorded,
      SessionId session,
      List<LiveToken> tokens,
      Optional<RefreshGrant> refresh) {}

  private record Row(Issue issue, int ordinal, List<UUID> alive) {}

  private record End(Recorded recorded, TokenOver why) {}

  private final Rows rows = new Rows("token", COLUMNS);
  private final Map<TokenId, Row> issued = new LinkedHashMap<>();
  private final Map<TokenId, End> ended = new HashMap<>();

  /** Tokens were issued; these are alive since. */
  void issue(Issue issue, List<LiveToken> alive) {
    var all = alive.stream().map(token -> token.jti().value()).toList();
    for (int i = 0; i < issue.tokens().size(); i++) {
      issued.put(issue.tokens().get(i).jti(), new Row(issue, i, all));
    }
  }

  /** A token is over, unless it was so before. */
  void end(TokenId jti, Recorded recorded, TokenOver why) {
    var _ = ended.putIfAbsent(jti, new End(recorded, why));
  }

  void flush(Connection connection) throws SQLException {
    issued.forEach(this::write);
    rows.flush(connection);
    ended.keySet().removeAll(issued.keySet());
    close(connection);
    issued.clear();
    ended.clear();
  }

  private void write(TokenId jti, Row row) {
    var issue = row.issue();
    var token = issue.tokens().get(row.ordinal());
    var circumstances = issue.recorded().circumstances();
    var _ =
        rows.row()
            .add(jti.value())
            .add(issue.session().value())
            .add(issue.recorded().position())
            .add(row.ordinal())
            .add(issue.recorded().at());
    writeEnd(jti);
    var _ = rows.add(Words.of(token.use()));
    var _ =
        issue.refresh().isPresent() ? rows.add(issue.refresh().get().generation()) : rows.none();
    var _ =
        rows.add(Micros.of(token.expiresAt()))
            .add(issue.refresh().map(RefreshGrant::expiresAt).map(Micros::of).orElse(null))
            .add(circumstances.address().map(Sealed::text).orElse(null))
            .add(circumstances.userAgent().orElse(null));
    var _ = row.ordinal() == 0 ? rows.addUuids(row.alive()) : rows.none();
  }

  private void writeEnd(TokenId jti) {
    var end = ended.get(jti);
    var _ =
        end == null
            ? rows.none().none().none()
            : rows.add(end.recorded().position()).add(end.recorded().at()).add(Words.of(end.why()));
  }

  private void close(Connection connection) throws SQLException {
    var stored =
        new Updates(
            """
            update token set to_position = ?, to_at = ?, ended_by = ?
            where jti = ? and to_position is null
            """);
    ended.forEach((jti, end) ->
        stored.add(
            end.recorded().position(), end.recorded().at(), Words.of(end.why()), jti.value()));
    stored.flush(connection);
  }
}
