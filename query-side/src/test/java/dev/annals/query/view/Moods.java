package dev.annals.query.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The state of a person, as simple as can be. */
final class Moods implements Shape<UUID, Moods.Mood> {
  record Mood(String word, int strength, List<String> marks) {}

  @Override
  public String table() {
    return "mood";
  }

  @Override
  public String key() {
    return "person";
  }

  @Override
  public String keyType() {
    return "uuid";
  }

  @Override
  public List<String> columns() {
    return List.of("word", "strength", "marks");
  }

  @Override
  public Object sql(UUID key) {
    return key;
  }

  @Override
  public void write(Mood state, Rows rows) {
    var _ = rows.add(state.word()).add(state.strength()).add(state.marks());
  }

  @Override
  public Mood read(ResultSet row) throws SQLException {
    return new Mood(
        row.getString("word"),
        row.getInt("strength"),
        List.of((String[]) row.getArray("marks").getArray()));
  }
}
