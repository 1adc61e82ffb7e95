package dev.annals.query.account;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.maybeInstant;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.query.credential.KeyState;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** API keys as rows. */
final class KeyShape implements Shape<ApiKeyId, KeyState> {
  static final String TABLE =
      """
      create table api_key (
        api_key uuid not null,
        from_position bigint not null,
        from_at timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        account uuid not null,
        kind text not null,
        name text not null,
        issued_at timestamptz not null,
        expires_at timestamptz,
        rotated_at timestamptz,
        previous_good_until timestamptz,
        revoked_at timestamptz,
        primary key (api_key, from_position)
      ) with (fillfactor = 80);
      """;

  @Override
  public String table() {
    return "api_key";
  }

  @Override
  public String key() {
    return "api_key";
  }

  @Override
  public String keyType() {
    return "uuid";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "account",
        "kind",
        "name",
        "issued_at",
        "expires_at",
        "rotated_at",
        "previous_good_until",
        "revoked_at");
  }

  @Override
  public Object sql(ApiKeyId key) {
    return key.value();
  }

  @Override
  public void write(KeyState state, Rows rows) {
    var _ =
        rows.add(state.account().value())
            .add(state.kind().text())
            .add(state.name())
            .add(state.issuedAt())
            .add(state.expiresAt().orElse(null))
            .add(state.rotatedAt().orElse(null))
            .add(state.previousGoodUntil().orElse(null))
            .add(state.revokedAt().orElse(null));
  }

  @Override
  public KeyState read(ResultSet row) throws SQLException {
    return new KeyState(
        new AccountId(uuid(row, "account")),
        KeyKind.of(row.getString("kind")),
        row.getString("name"),
        instant(row, "issued_at"),
        maybeInstant(row, "expires_at"),
        maybeInstant(row, "rotated_at"),
        maybeInstant(row, "previous_good_until"),
        maybeInstant(row, "revoked_at"));
  }
}
