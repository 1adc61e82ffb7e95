package dev.annals.store.sql;

import dev.annals.store.Abridged;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.Range;
import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads events: one index range a criterion, never the whole log. */
public final class EventQuery {
  static final String COLUMNS =
      "e.position, e.id, e.at, e.name, e.version, e.tags, e.metadata, e.payload";
  private static final String JOINED = ") found join event e on e.position = found.position";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private EventQuery() {}

  /** The matching events of a range, in order. */
  public static List<StoredEvent> read(Connection connection, Criteria criteria, Range range)
      throws SQLException {
    return matching(criteria, range).events(connection);
  }

  /** Everything but what is left out, in order. */
  public static List<StoredEvent> read(Connection connection, Abridged abridged)
      throws SQLException {
    return matching(abridged).events(connection);
  }

  private List<StoredEvent> events(Connection connection) throws SQLException {
    var events = new ArrayList<StoredEvent>();
    try (var statement = connection.prepareStatement(sql())) {
      bind(statement, 0, parameters);
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          events.add(event(result));
        }
      }
    }
    return events;
  }

  /** The events at these positions, in order. */
  public static List<StoredEvent> at(Connection connection, Collection<Long> positions)
      throws SQLException {
    var query = new EventQuery();
    query
        .sql
        .append("select ")
        .append(COLUMNS)
        .append(" from event e where e.position = any(?) order by e.position");
    query.parameters.add(positions.toArray(Long[]::new));
    return query.events(connection);
  }

  static EventQuery matching(Criteria criteria, Range range) {
    var query = new EventQuery();
    query.sql.append("select ").append(COLUMNS).append(" from ");
    if (criteria.isEverything()) {
      query.sql.append("event e where ");
      query.within("e", range);
    } else {
      criteria.anyOf().forEach(criterion -> query.found(criterion, range, ""));
      query.sql.append(JOINED);
    }
    query.sql.append(" order by e.position");
    if (range.isLimited()) {
      query.sql.append(" limit ?");
      query.parameters.add(range.limit());
    }
    return query;
  }

  static EventQuery matching(Abridged abridged) {
    var query = new EventQuery();
    query.sql.append("select ").append(COLUMNS).append(" from ");
    var all = Range.after(0);
    abridged.whole().forEach(criterion -> query.found(criterion, all, ""));
    query.found(abridged.cut(), all.limit(1), "");
    query.found(abridged.cut(), all.limit(abridged.latest()), " desc");
    query.sql.append(JOINED).append(" order by e.position");
    return query;
  }

  /** One index range of those whose union is wanted, read from either end. */
  private void found(Criterion criterion, Range range, String direction) {
    sql.append(parameters.isEmpty() ? "((" : " union (");
    positions(criterion, range);
    if (range.isLimited()) {
      sql.append(" order by 1").append(direction).append(" limit ?");
      parameters.add(range.limit());
    }
    sql.append(')');
  }

  /** {@code select position ...} of what satisfies one criterion. */
  private void positions(Criterion criterion, Range range) {
    if (criterion.tags().isEmpty()) {
      sql.append("select named.position from event named where ");
      within("named", range);
    } else {
      tagged(criterion, range);
    }
    if (!criterion.names().isEmpty()) {
      sql.append(" and named.name = any(?)");
      parameters.add(criterion.names().toArray(String[]::new));
    }
  }

  private void tagged(Criterion criterion, Range range) {
    var tags = criterion.tags().stream().sorted().toList();
    sql.append("select tagged.position from event_tag tagged");
    if (!criterion.names().isEmpty()) {
      sql.append(" join event named on named.position = tagged.position");
    }
    sql.append(" where tagged.tag = ? and ");
    parameters.add(tags.getFirst());
    within("tagged", range);
    for (String tag : tags.subList(1, tags.size())) {
      sql.append(
          " and exists (select from event_tag also where also.tag = ?"
              + " and also.position = tagged.position)");
      parameters.add(tag);
    }
  }

  private void within(String table, Range range) {
    sql.append(table).append(".position > ? and ").append(table).append(".position <= ?");
    parameters.add(range.after());
    parameters.add(range.upTo());
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  static EventQuery positionsOf(Criterion criterion, Range range) {
    var query = new EventQuery();
    query.positions(criterion, range);
    return query;
  }

  static void bind(PreparedStatement statement, int before, List<Object> parameters)
      throws SQLException {
    int index = before;
    for (Object parameter : parameters) {
      index++;
      if (parameter instanceof String[] texts) {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
      } else if (parameter instanceof Long[] positions) {
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", positions));
      } else {
        statement.setObject(index, parameter);
      }
    }
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getString(5),
        tags(row, 6),
        row.getBytes(7),
        row.getBytes(8));
  }

  static List<String> tags(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** The position of the first event whose business time is not before {@code at}. */
  public static OptionalLong firstSince(Connection connection, Instant at) throws SQLException {
    // The sum keeps the planner from walking the primary key until it meets a match.
    var sql = "select min(position + 0) from event where event.at >= ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, at.atOffset(ZoneOffset.UTC));
      try (var result = statement.executeQuery()) {
        result.next();
        long position = result.getLong(1);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
      }
    }
  }
}
