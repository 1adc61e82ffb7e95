package dev.annals.query.audit;

import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the log the entries of the audit trail are: one narrow row an event, with what it can be
 * looked for by. What an entry says is in the log, and only there.
 */
public final class AuditView implements View {
  public static final String NAME = "audit";

  private static final List<String> COLUMNS =
      List.of(
          "position",
          "at",
          "reached_at",
          "name",
          "outcome",
          "reason",
          "actor",
          "account",
          "session",
          "family",
          "address_index");

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
    return """
    create table entry (
      position bigint primary key,
      at timestamptz not null,
      reached_at timestamptz not null,
      name text collate "C" not null,
      outcome text collate "C" not null,
      reason text collate "C",
      actor text collate "C" not null,
      account uuid,
      session uuid,
      family text collate "C" not null,
      address_index text collate "C"
    );
    comment on column entry.reached_at is
      'The greatest time so far: rises with the position, so that a moment is a position.'
    """;
  }

  /**
   * Every filter in the order of positions. Of the filters that have few values, those that can
   * exclude each other have an index together, and so have the actors who do most; the others find
   * few rows by themselves.
   */
  @Override
  public String indexes() {
    return """
    create index entry_account on entry (account, position) where account is not null;
    create index entry_session on entry (session, position) where session is not null;
    create index entry_address on entry (address_index, position)
      where address_index is not null;
    create index entry_actor on entry (actor, position);
    create index entry_actor_name on entry (actor, name, position)
      where actor in ('anonymous', 'system');
    create index entry_name on entry (name, position);
    create index entry_outcome on entry (outcome, position);
    create index entry_family on entry (family, position);
    create index entry_family_name on entry (family, name, position);
    create index entry_family_outcome on entry (family, outcome, position);
    create index entry_reached on entry (reached_at, position)
    """;
  }

  @Override
  public Filling open() {
    return new Entries();
  }

  private static final class Entries implements Filling {
    private final Rows rows = new Rows("entry", COLUMNS);
    private @Nullable Instant reached;

    @Override
    public void apply(List<Recorded> events, Connection connection) throws SQLException {
      var greatest = reached == null ? reached(connection) : reached;
      for (var event : events) {
        greatest = event.at().isAfter(greatest) ? event.at() : greatest;
        add(event, greatest);
      }
      rows.flush(connection);
      reached = greatest;
    }

    private void add(Recorded event, Instant greatest) {
      var facets = Facets.of(event);
      var _ =
          rows.row()
              .add(event.position())
              .add(event.at())
              .add(greatest)
              .add(event.stored().name())
              .add(facets.outcome())
              .add(facets.reason().orElse(null))
              .add(facets.actor())
              .add(facets.account().orElse(null))
              .add(facets.session().orElse(null))
              .add(facets.family())
              .add(facets.addressIndex().orElse(null));
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
