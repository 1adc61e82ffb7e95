package dev.annals.benchmarks.load.mix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one client can ask one question about, taken in turn. */
final class Shelf {
  private final List<Held> all = new ArrayList<>();
  private int room;
  private int next;

  /** From the beginning; it never holds more than it was dealt. */
  void deal(Held held) {
    room++;
    all.add(held);
  }

  /** In place of the oldest, unless another was removed and so has left room. */
  void add(Held held) {
    all.add(held);
    if (all.size() > room) {
      remove(all.getFirst());
    }
  }

  void remove(Held held) {
    int at = all.indexOf(held);
    if (at >= 0) {
      all.remove(at);
      next = at < next ? next - 1 : next;
    }
  }

  List<Held> all() {
    return all;
  }

  /**
   * Nothing once all have been taken often enough.
   *
   * @param turns how often; 0 for no end
   */
  Optional<Held> next(int turns) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    next = next >= all.size() ? 0 : next;
    var held = all.get(next);
    if (turns > 0 && held.turns() >= turns) {
      return Optional.empty();
    }
    next++;
    return Optional.of(held);
  }
}
