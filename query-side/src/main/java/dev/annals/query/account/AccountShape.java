package dev.annals.query.account;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.maybeInstant;
import static dev.annals.query.view.Columns.maybeText;
import static dev.annals.query.view.Columns.texts;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.crypto.Sealed;
import dev.annals.query.credential.AccountState;
import dev.annals.query.credential.PasswordState;
import dev.annals.query.credential.PasswordState.Origin;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Shape;
import dev.annals.query.view.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts as rows. */
final class AccountShape implements Shape<AccountId, AccountState> {
  static final String TABLE =
      """
      create table account (
        account uuid not null,
        from_position bigint not null,
        from_at timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        login text,
        display_name text,
        roles text[] not null,
        locked boolean not null,
        disabled boolean not null,
        erased boolean not null,
        registered_at timestamptz not null,
        password text,
        password_set_at timestamptz,
        password_good_until timestamptz,
        password_used_at timestamptz,
        primary key (account, from_position)
      ) with (fillfactor = 80);
      """;

  @Override
  public String table() {
    return "account";
  }

  @Override
  public String key() {
    return "account";
  }

  @Override
  public String keyType() {
    return "uuid";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "login",
        "display_name",
        "roles",
        "locked",
        "disabled",
        "erased",
        "registered_at",
        "password",
        "password_set_at",
        "password_good_until",
        "password_used_at");
  }

  @Override
  public Object sql(AccountId key) {
    return key.value();
  }

  @Override
  public void write(AccountState state, Rows rows) {
    var password = state.password();
    var _ =
        rows.add(state.login().map(Sealed::text).orElse(null))
            .add(state.displayName().map(Sealed::text).orElse(null))
            .add(state.roles().stream().map(Role::value).toList())
            .add(state.locked())
            .add(state.disabled())
            .add(state.erased())
            .add(state.registeredAt())
            .add(password.map(known -> Words.of(known.origin())).orElse(null))
            .add(password.map(PasswordState::setAt).orElse(null))
            .add(password.flatMap(PasswordState::goodUntil).orElse(null))
            .add(password.flatMap(PasswordState::usedAt).orElse(null));
  }

  @Override
  public AccountState read(ResultSet row) throws SQLException {
    return new AccountState(
        maybeText(row, "login").map(Sealed::new),
        maybeText(row, "display_name").map(Sealed::new),
        texts(row, "roles").stream().map(Role::new).toList(),
        row.getBoolean("locked"),
        row.getBoolean("disabled"),
        row.getBoolean("erased"),
        instant(row, "registered_at"),
        password(row));
  }

  private static Optional<PasswordState> password(ResultSet row) throws SQLException {
    var origin = maybeText(row, "password");
    if (origin.isEmpty()) {
      return Optional.empty();
    }
    Instant setAt = instant(row, "password_set_at");
    return Optional.of(
        new PasswordState(
            Words.read(Origin.class, origin.get()),
            setAt,
            maybeInstant(row, "password_good_until"),
            maybeInstant(row, "password_used_at")));
  }
}
