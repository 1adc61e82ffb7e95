package dev.annals.store.postgres;

import dev.annals.store.Condition.NothingSince;
import dev.annals.store.postgres.RecentWindow.Answer;
import dev.annals.store.sql.OldConditions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

/** Decides which appends of a batch may be written. */
final class Judge {
  private final KnownLog known;

  Judge(KnownLog known) {
    this.known = known;
  }

  Attempt judge(List<Pending> batch, Connection connection) throws SQLException {
    var attempt = new Attempt(known.head());
    var violated = violated(batch, connection);
    for (int i = 0; i < batch.size(); i++) {
      var pending = batch.get(i);
      if (violated.get(i) || violatesEarlier(attempt, pending)) {
        attempt.refuse(pending);
      } else {
        attempt.accept(pending);
      }
    }
    return attempt;
  }

  private static boolean violatesEarlier(Attempt attempt, Pending pending) {
    return pending.append().condition() instanceof NothingSince since && attempt.violates(since);
  }

  /** By what is stored: from the window where it reaches, else in one statement for all. */
  private BitSet violated(List<Pending> batch, Connection connection) throws SQLException {
    var violated = new BitSet();
    var old = new OldConditions();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).append().condition() instanceof NothingSince since) {
        var answer = known.window().since(since.criteria(), since.position());
        violated.set(i, answer == Answer.SOMETHING);
        if (answer == Answer.TOO_OLD) {
          old.add(i, since);
        }
      }
    }
    violated.or(old.violated(connection));
    return violated;
  }
}
