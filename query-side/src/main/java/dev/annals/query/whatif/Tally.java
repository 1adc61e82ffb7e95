package dev.annals.query.whatif;

import dev.annals.account.AccountId;
import dev.annals.query.whatif.Affected.Fate;
import dev.annals.query.whatif.Affected.Look;
import dev.annals.query.whatif.Affected.Was;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts while the history goes by. */
final class Tally {
  private enum Kind {
    WRONG,
    NOT_LOOKED_AT,
    OTHERWISE,
    BEFORE_RIGHT,
    BEFORE_WRONG
  }

  private record Fated(Fate fate, boolean certain) {}

  private final Map<Was, Long> was = new EnumMap<>(Was.class);
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private final Map<Fated, Long> fates = new HashMap<>();
  private final Map<AccountId, Long> open = new HashMap<>();

  void tried(Was what) {
    add(was, what, 1);
  }

  void affected(Affected row) {
    add(fates, new Fated(row.wouldBe(), row.certain()), 1);
    if (row.wouldBe() == Fate.LOOKED_AT) {
      add(open, row.account(), 1);
    }
  }

  void wrong(Certainty wait) {
    add(kinds, Kind.WRONG, 1);
    if (wait == Certainty.YES) {
      add(kinds, Kind.NOT_LOOKED_AT, 1);
    }
  }

  void refusedOtherwise() {
    add(kinds, Kind.OTHERWISE, 1);
  }

  void looked(AccountId account, Look look) {
    var kind = look == Look.RIGHT ? Kind.BEFORE_RIGHT : Kind.BEFORE_WRONG;
    var waiting = open.remove(account);
    if (waiting != null) {
      add(kinds, kind, waiting);
    }
  }

  void forget(AccountId account) {
    open.remove(account);
  }

  Counts counts() {
    return new Counts(
        of(was, Was.SIGNED_IN),
        of(was, Was.PASSWORD_CHANGED),
        of(kinds, Kind.WRONG),
        of(was, Was.REFUSED_WAITING),
        of(fates, new Fated(Fate.REFUSED, true)),
        of(fates, new Fated(Fate.REFUSED, false)),
        of(fates, new Fated(Fate.LOOKED_AT, true)),
        of(fates, new Fated(Fate.LOOKED_AT, false)),
        of(kinds, Kind.BEFORE_RIGHT),
        of(kinds, Kind.BEFORE_WRONG),
        of(kinds, Kind.OTHERWISE),
        of(kinds, Kind.NOT_LOOKED_AT));
  }

  private static <K> void add(Map<K, Long> map, K key, long more) {
    long _ = map.merge(key, more, Long::sum);
  }

  private static <K> long of(Map<K, Long> map, K key) {
    return map.getOrDefault(key, 0L);
  }
}
