package dev.annals.store.sql;

import dev.annals.store.Condition.NothingSince;
import dev.annals.store.Criterion;
import dev.annals.store.Range;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/** Conditions that reach behind the window, all asked of the database in one statement. */
public final class OldConditions {
  private static final String BY_TAG =
      """
      select asked.which from unnest(?::int[], ?::text[], ?::bigint[]) as asked (which, tag, after)
      where exists (select from event_tag found
        where found.tag = asked.tag collate "C" and found.position > asked.after)
      """;

  private final List<Integer> which = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<Long> after = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** Adds a condition under a number of the caller's choice. */
  public void add(int number, NothingSince condition) {
    if (condition.criteria().isEverything()) {
      other(number, new Criterion(Set.of(), Set.of()), condition.position());
    }
    for (Criterion criterion : condition.criteria().anyOf()) {
      if (criterion.tags().size() == 1 && criterion.names().isEmpty()) {
        which.add(number);
        tags.add(criterion.tags().iterator().next());
        after.add(condition.position());
      } else {
        other(number, criterion, condition.position());
      }
    }
  }

  private void other(int number, Criterion criterion, long position) {
    var query = EventQuery.positionsOf(criterion, Range.after(position));
    others.add(" union all select " + number + " where exists (" + query.sql() + ")");
    parameters.addAll(query.parameters());
  }

  /** The numbers of the conditions that do not hold. */
  public BitSet violated(Connection connection) throws SQLException {
    var violated = new BitSet();
    if (which.isEmpty() && others.isEmpty()) {
      return violated;
    }
    var arrays = connection.unwrap(PGConnection.class);
    try (var statement = connection.prepareStatement(BY_TAG + String.join("", others))) {
      statement.setArray(1, arrays.createArrayOf("int4", which.toArray()));
      statement.setArray(2, arrays.createArrayOf("text", tags.toArray()));
      statement.setArray(3, arrays.createArrayOf("int8", after.toArray()));
      EventQuery.bind(statement, 3, parameters);
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          violated.set(result.getInt(1));
        }
      }
    }
    return violated;
  }
}
