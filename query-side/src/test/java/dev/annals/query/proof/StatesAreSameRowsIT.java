package dev.annals.query.proof;

import dev.annals.query.account.AccountView;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.session.SessionView;
import dev.annals.query.upkeep.SameRows;
import dev.annals.store.NewEvent;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatesAreSameRowsIT {
  private static final List<NewEvent> HISTORY =
      RandomHistory.fresh(new RandomHistory(7, 60).events(15_000));

  @Test
  void rows_of_accounts_are_the_same_in_any_batches_and_after_a_rebuild() throws SQLException {
    SameRows.hold(new AccountView(), HISTORY, 1);
  }

  @Test
  void rows_of_sessions_are_the_same_in_any_batches_and_after_a_rebuild() throws SQLException {
    SameRows.hold(new SessionView(), HISTORY, 2);
  }
}
