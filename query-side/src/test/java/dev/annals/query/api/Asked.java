package dev.annals.query.api;

import dev.annals.account.Role;
import dev.annals.query.api.Town.Person;
import dev.annals.store.TestPostgres;

/** One town and one server, which tests share that leave both as they were. */
final class Asked {
  static final Town TOWN;
  static final QueryServer SERVER;
  static final Person AUDITOR;
  static final Person ADMIN;
  static final Person ADA;
  static final Person EVE;

  static {
    var database = TestPostgres.freshDatabase();
    TOWN = new Town(database);
    AUDITOR = TOWN.person("auditor@example.com", Role.AUDITOR);
    ADMIN = TOWN.person("admin@example.com", Role.ADMIN);
    ADA = TOWN.person("ada@example.com");
    EVE = TOWN.person("eve@example.com");
    SERVER = QueryServer.start(database, TestPostgres.freshDatabase());
    SERVER.reach(TOWN.log.head());
  }

  private Asked() {}
}
