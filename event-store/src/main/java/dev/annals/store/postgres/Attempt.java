package dev.annals.store.postgres;

import dev.annals.store.Condition.NothingSince;
import dev.annals.store.Criterion;
import dev.annals.store.NewEvent;
import dev.annals.store.sql.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One try at writing a batch: who is in, at which positions, and who is out because the log, or an
 * earlier append of the same batch, has what was not to happen.
 */
final class Attempt {
  private final long head;
  private final List<Pending> accepted = new ArrayList<>();
  private final List<Pending> refused = new ArrayList<>();
  private final List<NewEvent> events = new ArrayList<>();
  private final Map<String, Integer> lastByTag = new HashMap<>();

  Attempt(long head) {
    this.head = head;
  }

  long first() {
    return head + 1;
  }

  long last() {
    return head + events.size();
  }

  List<Pending> accepted() {
    return accepted;
  }

  List<Pending> refused() {
    return refused;
  }

  List<NewEvent> events() {
    return events;
  }

  void accept(Pending pending) {
    accepted.add(pending);
    for (var event : pending.append().events()) {
      for (var tag : event.tags()) {
        lastByTag.put(tag, events.size());
      }
      events.add(event);
    }
  }

  void refuse(Pending pending) {
    refused.add(pending);
  }

  /** Whether an event accepted before, in this very batch, violates the condition. */
  boolean violates(NothingSince condition) {
    int from = Math.clamp(condition.position() - head, 0, events.size());
    if (from == events.size() || untouched(condition, from)) {
      return false;
    }
    return events.subList(from, events.size()).stream()
        .anyMatch(event -> condition.criteria().matches(event.name(), event.tags()));
  }

  /** Almost always: nobody else in the batch is about the same tags. */
  private boolean untouched(NothingSince condition, int from) {
    for (var criterion : condition.criteria().anyOf()) {
      if (!untouched(criterion, from)) {
        return false;
      }
    }
    return !condition.criteria().isEverything();
  }

  private boolean untouched(Criterion criterion, int from) {
    for (var tag : criterion.tags()) {
      if (lastByTag.getOrDefault(tag, -1) < from) {
        return true;
      }
    }
    return false;
  }

  /** The events as the window remembers them. */
  List<Fact> facts() {
    var facts = new ArrayList<Fact>(events.size());
    for (int i = 0; i < events.size(); i++) {
      facts.add(Fact.of(first() + i, events.get(i)));
    }
    return facts;
  }
}
