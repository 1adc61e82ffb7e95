package dev.annals.query.trail;

import dev.annals.query.audit.AuditView;
import dev.annals.query.audit.Moments;
import dev.annals.query.upkeep.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds entries of the trail: a statement of its own for every combination of filters. */
public final class AuditIndex implements Trail {
  private final Views views;
  private final Moments moments;

  public AuditIndex(Views views) {
    this.views = views;
    moments = new Moments(views);
  }

  @Override
  public List<Long> find(Filter filter, Stretch stretch, int most) {
    return views.ask(connection -> {
      var schema = views.schema(AuditView.NAME);
      return positions(connection, AuditStatement.of(schema, filter, stretch, most));
    });
  }

  @Override
  public long upTo(Instant at) {
    return moments.positionAt(at);
  }

  private static List<Long> positions(Connection connection, AuditStatement asked)
      throws SQLException {
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
