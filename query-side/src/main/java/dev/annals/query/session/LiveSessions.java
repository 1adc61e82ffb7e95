package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.session.SessionId;
import dev.annals.token.Standing.Live;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions that go on, as the kernel folds them: those used last are in memory. */
final class LiveSessions {
  private static final int KEPT = 100_000;

  private final int kept;
  private final Map<SessionId, Live> sessions = new LinkedHashMap<>(1 << 10, 0.75f, true);
  private final Map<AccountId, Set<SessionId>> byAccount = new HashMap<>();

  LiveSessions() {
    this(KEPT);
  }

  LiveSessions(int kept) {
    this.kept = kept;
  }

  /** Brings those of these to memory that are not there and go on. */
  void load(Connection connection, Collection<SessionId> wanted) throws SQLException {
    var missing = wanted.stream().filter(session -> sessions.get(session) == null).toList();
    if (!missing.isEmpty()) {
      StoredSessions.read(connection, missing, this::put);
    }
  }

  /** Empty when it is over, or was not loaded. */
  Optional<Live> at(SessionId session) {
    return Optional.ofNullable(sessions.get(session));
  }

  /** Those in memory. */
  List<Live> of(AccountId account) {
    return byAccount.getOrDefault(account, Set.of()).stream()
        .flatMap(session -> at(session).stream())
        .toList();
  }

  void put(Live live) {
    sessions.put(live.session(), live);
    var _ = byAccount.computeIfAbsent(live.account(), _ -> new HashSet<>(4)).add(live.session());
  }

  void remove(Live live) {
    sessions.remove(live.session());
    leave(live);
  }

  /** Lets go of those that were not looked at for longest. */
  void trim() {
    var eldest = sessions.values().iterator();
    for (int over = sessions.size() - kept; over > 0; over--) {
      var live = eldest.next();
      eldest.remove();
      leave(live);
    }
  }

  private void leave(Live live) {
    byAccount.computeIfPresent(
        live.account(),
        (_, others) -> {
          var _ = others.remove(live.session());
          return others.isEmpty() ? null : others;
        });
  }
}
