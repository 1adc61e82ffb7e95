package dev.annals.query.whatif;

import dev.annals.account.AccountId;
import dev.annals.query.whatif.Affected.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The affected attempts that are told one by one: those after a cursor, up to a limit. */
final class Page {
  private final long after;
  private final int limit;
  private final List<Affected> rows = new ArrayList<>();
  private final Map<AccountId, List<Integer>> open = new HashMap<>();
  private boolean more;

  Page(long after, int limit) {
    this.after = after;
    this.limit = limit;
  }

  void add(Affected row) {
    if (row.position() <= after) {
      return;
    }
    if (rows.size() == limit) {
      more = true;
      return;
    }
    if (row.wouldBe() == Affected.Fate.LOOKED_AT) {
      open.computeIfAbsent(row.account(), _ -> new ArrayList<>()).add(rows.size());
    }
    rows.add(row);
  }

  /** The account's password was compared again; that says something about what was not. */
  void looked(AccountId account, Look look) {
    var waiting = open.remove(account);
    if (waiting != null) {
      waiting.forEach(index -> rows.set(index, rows.get(index).before(look)));
    }
  }

  /** The account has another password: what comes now says nothing about what was. */
  void forget(AccountId account) {
    open.remove(account);
  }

  List<Affected> rows() {
    return List.copyOf(rows);
  }

  /** Where to go on. */
  Optional<Long> next() {
    return more ? Optional.of(rows.getLast().position()) : Optional.empty();
  }
}
