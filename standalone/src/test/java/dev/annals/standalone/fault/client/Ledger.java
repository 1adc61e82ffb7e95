package dev.annals.standalone.fault.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What all clients were told and given, noted by themselves. */
public final class Ledger {
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Queue<Tokens> tokens = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong replayed = new AtomicLong();
  private final AtomicLong unavailable = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();

  void note(Told entry) {
    told.add(entry);
    count(entry.heard());
  }

  private void count(Heard heard) {
    if (heard instanceof Heard.Answer answer && !answer.leavesOpen()) {
      var _ = answered.incrementAndGet();
      var _ = answer.position().isPresent() ? acknowledged.incrementAndGet() : 0;
      var _ = answer.status() >= 300 ? refused.incrementAndGet() : 0;
      var _ = answer.replayed() ? replayed.incrementAndGet() : 0;
    } else {
      var _ = unknown.incrementAndGet();
    }
    if (heard instanceof Heard.Answer answer && answer.isUnavailable()) {
      var _ = unavailable.incrementAndGet();
    }
  }

  void hold(Tokens pair) {
    tokens.add(pair);
  }

  void holdKey(String secret) {
    keys.add(secret);
  }

  void complain(String complaint) {
    complaints.add(complaint);
  }

  /** What was told since somebody last asked. */
  public List<Told> drain() {
    var all = new ArrayList<Told>();
    for (var next = told.poll(); next != null; next = told.poll()) {
      all.add(next);
    }
    return all;
  }

  public List<Tokens> tokens() {
    return List.copyOf(tokens);
  }

  public List<String> keys() {
    return List.copyOf(keys);
  }

  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  public long unavailable() {
    return unavailable.get();
  }

  public long acknowledged() {
    return acknowledged.get();
  }

  public String summary() {
    return "%d requests, %d answered, %d acknowledged with a position (%d of them repeated), %d refused, %d answered 503, %d unknown"
        .formatted(
            answered.get() + unknown.get(),
            answered.get(),
            acknowledged.get(),
            replayed.get(),
            refused.get(),
            unavailable.get(),
            unknown.get());
  }
}
