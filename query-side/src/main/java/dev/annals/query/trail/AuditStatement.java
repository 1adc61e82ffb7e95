package dev.annals.query.trail;

import dev.annals.account.AccountId;
import dev.annals.event.Actor;
import dev.annals.query.audit.AuditView;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the positions of the entries that fit are asked for. */
record AuditStatement(String sql, List<Object> parameters) {

  static AuditStatement of(String schema, Filter filter, Stretch stretch, int most) {
    var order = " order by position" + (stretch.newestFirst() ? " desc" : "") + " limit " + most;
    var kinds = kinds(filter);
    boolean byKind = !kinds.isEmpty() || filter.addressIndex().isPresent();
    return byKind && !isAboutOne(filter)
        ? ofEachKind(schema, kinds, entries(filter, stretch), order)
        : ofAll(schema, kinds, entries(filter, stretch), order);
  }

  /** Whose entries are few enough to be looked through, each with an index of its own. */
  private static boolean isAboutOne(Filter filter) {
    return filter.account().isPresent()
        || filter.session().isPresent()
        || filter.actor().flatMap(Actor::id).isPresent();
  }

  /** Of each kind that fits as many as are asked for; the first of these are the first of all. */
  private static AuditStatement ofEachKind(
      String schema, Conditions kinds, Conditions entries, String order) {
    var _ = entries.and("kind = kinds.id", List.of());
    var each = "select position from " + schema + ".entry where " + entries.sql() + order;
    return new AuditStatement(
        "select position from %s.kind as kinds cross join lateral (%s) as each where %s%s"
            .formatted(schema, each, kinds.sql(), order),
        Stream.of(entries, kinds).flatMap(part -> part.parameters().stream()).toList());
  }

  private static AuditStatement ofAll(
      String schema, Conditions kinds, Conditions entries, String order) {
    if (!kinds.isEmpty()) {
      var fitting = "select id from " + schema + ".kind as kinds where " + kinds.sql();
      var _ = entries.and("kind = any (array(" + fitting + "))", kinds.parameters());
    }
    return new AuditStatement(
        "select position from " + schema + ".entry where " + entries.sql() + order,
        entries.parameters());
  }

  private static Conditions kinds(Filter filter) {
    return new Conditions()
        .and("kinds.name = ?", filter.name())
        .and("kinds.outcome = ?", filter.outcome())
        .and("kinds.family = ?", filter.family().map(Family::value))
        .and("kinds.actor = ?", filter.actor().map(Actor::kind));
  }

  private static Conditions entries(Filter filter, Stretch stretch) {
    return new Conditions()
        .and("account = ?", filter.account().map(AccountId::value))
        .and("session = ?", filter.session().map(SessionId::value))
        .and("entry.actor = ?", filter.actor().flatMap(Actor::id))
        .and("address = ?", filter.addressIndex().map(AuditView::address))
        .and("position >= ?", Optional.of(stretch.first()))
        .and("position <= ?", Optional.of(stretch.last()));
  }
}
