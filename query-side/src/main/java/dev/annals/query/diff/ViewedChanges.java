package dev.annals.query.diff;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealing;
import dev.annals.federation.FederatedSubject;
import dev.annals.query.account.AccountChanges;
import dev.annals.query.asof.Freshness;
import dev.annals.query.audit.Change;
import dev.annals.query.audit.Changes;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Value;
import dev.annals.query.view.Value.Nothing;
import dev.annals.query.view.Value.Personal;
import dev.annals.query.view.Value.Plain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes as the views of accounts and sessions keep them, personal ones opened. */
public final class ViewedChanges implements Changes {
  static final int MOST_SESSIONS = 1000;
  private static final Set<String> VIEWS = Set.of("account", "session");
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final String SUBJECT = "federated_subject";
  private static final String SUBJECT_NAME = "federated-subject";

  private final Views views;
  private final Freshness freshness;
  private final Sealing sealing;

  public ViewedChanges(Views views, Freshness freshness, Sealing sealing) {
    this.views = views;
    this.freshness = freshness;
    this.sealing = sealing;
  }

  @Override
  public Map<Long, List<Change>> at(Collection<Long> positions) {
    catchUp(positions.stream().mapToLong(Long::longValue).max().orElse(0));
    return views.ask(connection -> at(connection, positions));
  }

  /** The trail is told whether or not the other views keep up; what they lag behind is left out. */
  private void catchUp(long position) {
    if (VIEWS.stream().allMatch(view -> views.state(view).phase() == Phase.FOLLOWING)) {
      var _ = freshness.await(VIEWS, position, GLANCE);
    }
  }

  private Map<Long, List<Change>> at(Connection connection, Collection<Long> positions)
      throws SQLException {
    var found = new HashMap<Long, List<Change>>();
    add(found, new AccountChanges(connection, views.schema("account")).at(positions));
    add(found, new SessionChanges(connection, views.schema("session")).at(positions));
    return found;
  }

  private void add(
      Map<Long, List<Change>> found, Map<Long, List<dev.annals.query.view.Change>> more) {
    more.forEach((position, changes) ->
        found.computeIfAbsent(position, _ -> new ArrayList<>()).addAll(opened(changes)));
  }

  /** What is different of an account, its keys and its sessions. */
  List<Change> between(AccountId account, long from, long to) {
    return views.ask(connection -> {
      var accounts = new AccountChanges(connection, views.schema("account"));
      var sessions = new SessionChanges(connection, views.schema("session"));
      var all = new ArrayList<>(opened(accounts.between(account, from, to)));
      all.addAll(opened(sessions.between(account, from, to, MOST_SESSIONS)));
      return all;
    });
  }

  private List<Change> opened(List<dev.annals.query.view.Change> changes) {
    return changes.stream().map(this::opened).toList();
  }

  /** A subject is known by a keyed hash alone, which is nothing to show. */
  private Change opened(dev.annals.query.view.Change change) {
    return new Change(
        change.kind(),
        change.kind().equals(SUBJECT) ? null : change.id(),
        change.field(),
        opened(change.before()),
        opened(change.after()));
  }

  private @Nullable Object opened(Value value) {
    return switch (value) {
      case Nothing _ -> null;
      case Plain(var text) -> text;
      case Personal personal -> opened(personal).orElse(null);
    };
  }

  private Optional<Object> opened(Personal personal) {
    return sealing
        .open(personal.sealed(), personal.purpose())
        .map(text -> personal.purpose().equals(SUBJECT_NAME) ? FederatedSubject.parse(text) : text);
  }
}
