package dev.annals.query.account;

import static dev.annals.query.view.Columns.maybeText;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.federation.SubjectIndex;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Subjects of other issuers as rows. */
final class SubjectShape implements Shape<SubjectIndex, SubjectState> {
  static final String TABLE =
      """
      create table federated_subject (
        subject text not null,
        from_position bigint not null,
        from_at timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        account uuid not null,
        name text,
        primary key (subject, from_position)
      ) with (fillfactor = 80);
      """;

  @Override
  public String table() {
    return "federated_subject";
  }

  @Override
  public String key() {
    return "subject";
  }

  @Override
  public String keyType() {
    return "text";
  }

  @Override
  public List<String> columns() {
    return List.of("account", "name");
  }

  @Override
  public Object sql(SubjectIndex key) {
    return key.value();
  }

  @Override
  public void write(SubjectState state, Rows rows) {
    var _ = rows.add(state.account().value()).add(state.name().map(Sealed::text).orElse(null));
  }

  @Override
  public SubjectState read(ResultSet row) throws SQLException {
    return new SubjectState(
        new AccountId(uuid(row, "account")), maybeText(row, "name").map(Sealed::new));
  }
}
