package dev.annals.query.account;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.maybeInstant;
import static dev.annals.query.view.Columns.maybeText;

import dev.annals.account.AccountId;
import dev.annals.query.credential.SignInState;
import dev.annals.query.credential.SignInState.Failure;
import dev.annals.query.credential.SignInState.Success;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Shape;
import dev.annals.query.view.Words;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SignInMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Attempts to sign in as rows: narrow ones, for these change most often. */
final class SignInShape implements Shape<AccountId, SignInState> {
  static final String TABLE =
      """
      create table sign_in (
        account uuid not null,
        from_position bigint not null,
        from_at timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        succeeded_at timestamptz,
        method text,
        family text,
        failed_at timestamptz,
        failure text,
        consecutive_failures integer not null,
        wait_until timestamptz,
        primary key (account, from_position)
      ) with (fillfactor = 80);
      """;

  @Override
  public String table() {
    return "sign_in";
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
        "succeeded_at",
        "method",
        "family",
        "failed_at",
        "failure",
        "consecutive_failures",
        "wait_until");
  }

  @Override
  public Object sql(AccountId key) {
    return key.value();
  }

  @Override
  public void write(SignInState state, Rows rows) {
    var success = state.lastSuccess();
    var failure = state.lastFailure();
    var _ =
        rows.add(success.map(Success::at).orElse(null))
            .add(success.map(last -> Words.of(last.method())).orElse(null))
            .add(success.map(last -> last.family().value()).orElse(null))
            .add(failure.map(Failure::at).orElse(null))
            .add(failure.map(last -> Words.of(last.reason())).orElse(null))
            .add(state.consecutiveFailures())
            .add(state.waitUntil().orElse(null));
  }

  @Override
  public SignInState read(ResultSet row) throws SQLException {
    return new SignInState(
        success(row),
        failure(row),
        row.getInt("consecutive_failures"),
        maybeInstant(row, "wait_until"));
  }

  private static Optional<Success> success(ResultSet row) throws SQLException {
    var method = maybeText(row, "method");
    if (method.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Success(
            instant(row, "succeeded_at"),
            Words.read(SignInMethod.class, method.get()),
            new Family(row.getString("family"))));
  }

  private static Optional<Failure> failure(ResultSet row) throws SQLException {
    var reason = maybeText(row, "failure");
    if (reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Failure(instant(row, "failed_at"), Words.read(RefusalReason.class, reason.get())));
  }
}
