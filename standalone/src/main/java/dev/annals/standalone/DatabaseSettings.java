package dev.annals.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Where the database is: known by name at once, and by value when it has started. Its owner is not
 * told, since the tables are up to date by then.
 */
final class DatabaseSettings extends EnumerablePropertySource<StartingDatabase> {
  private static final List<String> NAMES =
      List.of(
          "annals.database.url",
          "annals.database.username",
          "annals.database.password",
          "annals.query.database.url",
          "annals.query.database.username",
          "annals.query.database.password");

  DatabaseSettings(StartingDatabase database) {
    super("database", database);
  }

  @Override
  public String[] getPropertyNames() {
    return NAMES.toArray(String[]::new);
  }

  @Override
  public @Nullable Object getProperty(String name) {
    return NAMES.contains(name) ? getSource().started().settings().get(name) : null;
  }
}
