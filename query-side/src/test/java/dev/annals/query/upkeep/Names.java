package dev.annals.query.upkeep;

import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongPredicate;

/** A view for tests: the names of all events, and no way past some of them. */
final class Names implements View {
  private final String name;
  private final int version;
  private volatile LongPredicate poison = _ -> false;

  Names(String name, int version) {
    this.name = name;
    this.version = version;
  }

  /** From now on it fails at these positions. */
  void failsAt(LongPredicate positions) {
    poison = positions;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public String tables() {
    return "create table seen (position bigint primary key, name text not null)";
  }

  @Override
  public String indexes() {
    return "create index seen_name on seen (name, position)";
  }

  @Override
  public Filling open() {
    var rows = new Rows("seen", List.of("position", "name"));
    return (events, connection) -> fill(rows, events, connection);
  }

  private void fill(Rows rows, List<Recorded> events, Connection connection) throws SQLException {
    for (var event : events) {
      if (poison.test(event.position())) {
        throw new IllegalArgumentException("secret of " + event.position());
      }
      var _ = rows.row().add(event.position()).add(event.stored().name());
    }
    rows.flush(connection);
  }
}
