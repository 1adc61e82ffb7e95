package dev.annals.query.audit;

import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.View;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where in the log the entries of the audit trail are: one narrow row an event, with what it can be
 * looked for by. What an entry says is in the log, and only there.
 */
public final class AuditView implements View {
  public static final String NAME = "audit";

  private static final List<String> COLUMNS =
      List.of("position", "reached_at", "kind", "actor", "account", "session", "address");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String tables() {
    return Kinds.TABLE
        + """
        create table entry (
          position bigint primary key,
          reached_at timestamptz not null,
          kind integer not null,
          actor uuid,
          account uuid,
          session uuid,
          address uuid
        );
        comment on column entry.reached_at is
          'The greatest time so far: rises with the position, so that a moment is a position.';
        """;
  }

  /** What is asked of a kind is asked of the few kinds, one after the other. */
  @Override
  public String indexes() {
    return """
    create index entry_kind on entry (kind, position);
    create index entry_account on entry (account, position) where account is not null;
    create index entry_session on entry (session, position) where session is not null;
    create index entry_actor on entry (actor, position) where actor is not null;
    create index entry_address on entry (address, kind, position) where address is not null;
    """;
  }

  /**
   * By what an address is looked for: the keyed hash of it, in 16 bytes. Nobody can choose two
   * addresses whose hashes meet, however they are shortened.
   */
  public static UUID address(String addressIndex) {
    return UUID.nameUUIDFromBytes(addressIndex.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Filling open() {
    return new Entries();
  }

  private static final class Entries implements Filling {
    private final Rows rows = new Rows("entry", COLUMNS);
    private @Nullable Kinds kinds;
    private @Nullable Instant reached;

    @Override
    public void apply(List<Recorded> events, Connection connection) throws SQLException {
      var numbered = kinds == null ? new Kinds(connection) : kinds;
      var greatest = reached == null ? reached(connection) : reached;
      for (var event : events) {
        greatest = event.at().isAfter(greatest) ? event.at() : greatest;
        add(event, greatest, numbered);
      }
      rows.flush(connection);
      kinds = numbered;
      reached = greatest;
    }

    private void add(Recorded event, Instant greatest, Kinds numbered) throws SQLException {
      var facets = Facets.of(event);
      var _ =
          rows.row()
              .add(event.position())
              .add(greatest)
              .add(numbered.number(Kind.of(event, facets)))
              .add(event.circumstances().actor().id().orElse(null))
              .add(facets.account().orElse(null))
              .add(facets.session().orElse(null))
              .add(facets.addressIndex().map(AuditView::address).orElse(null));
    }

    private static Instant reached(Connection connection) throws SQLException {
      var sql = "select reached_at from entry order by position desc limit 1";
      try (var statement = connection.createStatement();
          var row = statement.executeQuery(sql)) {
        return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : Instant.MIN;
      }
    }
  }
}
