package dev.annals.query.trail;

import dev.annals.account.AccountId;
import dev.annals.event.Actor;
import dev.annals.query.audit.AuditView;
import dev.annals.query.audit.Moments;
import dev.annals.query.upkeep.Views;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds entries of the trail: a statement of its own for every combination of filters. */
public final class AuditIndex implements Trail {
  private final Views views;
  private final Moments moments;

  public AuditIndex(Views views) {
    this.views = views;
    moments = new Moments(views);
  }

  /** A statement and what goes into it. */
  record Statement(String sql, List<Object> parameters) {}

  @Override
  public List<Long> find(Filter filter, Stretch stretch, int most) {
    return views.ask(connection ->
        positions(connection, statement(views.schema(AuditView.NAME), filter, stretch, most)));
  }

  @Override
  public long upTo(Instant at) {
    return moments.positionAt(at);
  }

  static Statement statement(String schema, Filter filter, Stretch stretch, int most) {
    var entry = schema + ".entry";
    var sql = new StringBuilder("select position from " + entry + " where true");
    var parameters = new ArrayList<>();
    and(sql, parameters, "account = ?", filter.account().map(AccountId::value));
    and(sql, parameters, "session = ?", filter.session().map(SessionId::value));
    and(sql, parameters, "actor = ?", filter.actor().map(Actor::value));
    and(sql, parameters, "name = ?", filter.name());
    andOutcome(sql, parameters, entry, filter);
    and(sql, parameters, "family = ?", filter.family().map(Family::value));
    and(sql, parameters, "address_index = ?", filter.addressIndex());
    and(sql, parameters, "position >= ?", Optional.of(stretch.first()));
    and(sql, parameters, "position <= ?", Optional.of(stretch.last()));
    sql.append(" order by position").append(stretch.newestFirst() ? " desc" : "");
    sql.append(" limit ").append(most);
    return new Statement(sql.toString(), parameters);
  }

  /**
   * All events of a name have the same outcome, which the planner cannot know: it would look for
   * others of them. Asked of one row before the others are looked at, it is all or nothing.
   */
  private static void andOutcome(
      StringBuilder sql, List<Object> parameters, String entry, Filter filter) {
    if (filter.name().isEmpty() || filter.outcome().isEmpty()) {
      and(sql, parameters, "outcome = ?", filter.outcome());
      return;
    }
    and(sql, parameters, "? = (select outcome from " + entry, filter.outcome());
    sql.append(" where name = ? order by position limit 1)");
    parameters.add(filter.name().get());
  }

  private static void and(
      StringBuilder sql, List<Object> parameters, String condition, Optional<?> value) {
    value.ifPresent(given -> {
      sql.append(" and ").append(condition);
      parameters.add(given);
    });
  }

  private static List<Long> positions(Connection connection, Statement asked) throws SQLException {
    try (var statement = connection.prepareStatement(asked.sql())) {
      for (int i = 0; i < asked.parameters().size(); i++) {
        statement.setObject(i + 1, asked.parameters().get(i));
      }
      try (var row = statement.executeQuery()) {
        var positions = new ArrayList<Long>();
        while (row.next()) {
          positions.add(row.getLong(1));
        }
        return positions;
      }
    }
  }
}
