package dev.annals.query.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The numbers of the kinds of events, in the order in which these first occurred. */
final class Kinds {
  static final String TABLE =
      """
      create table kind (
        id integer primary key,
        name text collate "C" not null,
        outcome text collate "C" not null,
        family text collate "C" not null,
        actor text collate "C" not null
      );
      """;
  private static final String ALL = "select id, name, outcome, family, actor from kind";
  private static final String ADD =
      "insert into kind (id, name, outcome, family, actor) values (?, ?, ?, ?, ?)";

  private final Map<Kind, Integer> numbers = new HashMap<>();
  private final Connection connection;

  Kinds(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(ALL)) {
      while (row.next()) {
        var kind =
            new Kind(
                row.getString("name"),
                row.getString("outcome"),
                row.getString("family"),
                row.getString("actor"));
        numbers.put(kind, row.getInt("id"));
      }
    }
  }

  int number(Kind kind) throws SQLException {
    var known = numbers.get(kind);
    return known == null ? add(kind) : known;
  }

  private int add(Kind kind) throws SQLException {
    int number = numbers.size() + 1;
    try (var statement = connection.prepareStatement(ADD)) {
      statement.setInt(1, number);
      statement.setString(2, kind.name());
      statement.setString(3, kind.outcome());
      statement.setString(4, kind.family());
      statement.setString(5, kind.actor());
      var _ = statement.executeUpdate();
    }
    numbers.put(kind, number);
    return number;
  }
}
