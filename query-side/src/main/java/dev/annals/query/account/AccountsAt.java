package dev.annals.query.account;

import static dev.annals.query.view.Columns.instant;
import static dev.annals.query.view.Columns.uuid;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.Sealed;
import dev.annals.federation.SubjectIndex;
import dev.annals.query.account.AccountPicture.HeldKey;
import dev.annals.query.account.AccountPicture.LinkedSubject;
import dev.annals.query.credential.SignInState;
import dev.annals.query.view.Asking;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was known of an account as of a position: index lookups, whatever came before and since. */
public final class AccountsAt {
  private static final String ACCOUNT =
      """
      select * from $.account where account = ? and from_position <= ?
      order by from_position desc limit 1
      """;

  private static final String SIGN_IN =
      """
      select * from $.sign_in where account = ? and from_position <= ?
      order by from_position desc limit 1
      """;

  private static final String KEYS =
      """
      select * from $.api_key
      where account = ? and from_position <= ? and (to_position is null or to_position > ?)
      order by issued_at, api_key
      """;

  private static final String SUBJECTS =
      """
      select * from $.federated_subject
      where account = ? and from_position <= ? and (to_position is null or to_position > ?)
        and name is not null
      order by from_position
      """;

  private static final AccountShape ACCOUNTS = new AccountShape();
  private static final SignInShape SIGN_INS = new SignInShape();
  private static final KeyShape API_KEYS = new KeyShape();

  private final Asking asking;

  /**
   * Questions to one generation of the view.
   *
   * @param schema of the generation
   */
  public AccountsAt(Connection connection, String schema) {
    asking = new Asking(connection, schema);
  }

  /** Empty when nobody had registered it by then. */
  public Optional<AccountPicture> find(AccountId account, long position) throws SQLException {
    var state = asking.first(ACCOUNT, ACCOUNTS::read, account.value(), position);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    var signIns = asking.first(SIGN_IN, SIGN_INS::read, account.value(), position);
    return Optional.of(
        new AccountPicture(
            account,
            state.get(),
            signIns.orElse(SignInState.NONE),
            keys(account, position),
            subjects(account, position)));
  }

  private List<HeldKey> keys(AccountId account, long position) throws SQLException {
    return asking.all(KEYS, AccountsAt::key, account.value(), position, position);
  }

  private List<LinkedSubject> subjects(AccountId account, long position) throws SQLException {
    return asking.all(SUBJECTS, AccountsAt::link, account.value(), position, position);
  }

  private static HeldKey key(ResultSet row) throws SQLException {
    return new HeldKey(new ApiKeyId(uuid(row, "api_key")), API_KEYS.read(row));
  }

  private static LinkedSubject link(ResultSet row) throws SQLException {
    return new LinkedSubject(
        new SubjectIndex(row.getString("subject")),
        new Sealed(row.getString("name")),
        instant(row, "from_at"));
  }
}
