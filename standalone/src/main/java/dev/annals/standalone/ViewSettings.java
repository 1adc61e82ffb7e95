package dev.annals.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the views are kept. */
@ConfigurationProperties("annals.query")
record ViewSettings(Database database) {
  /** A database, and as whom. */
  record Database(
      String url, String username, String password, @DefaultValue("8") int readers) {
    @Override
    public String toString() {
      return "Database[" + username + "]";
    }
  }
}
