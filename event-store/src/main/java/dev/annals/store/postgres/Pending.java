package dev.annals.store.postgres;

import dev.annals.store.Append;
import dev.annals.store.AppendConflict;
import dev.annals.store.Appended;
import dev.annals.store.Condition.NothingSince;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An append in the queue, and whoever waits for it. */
final class Pending {
  private final Append append;
  private final Executor waiting;
  private final CompletableFuture<Appended> answer = new CompletableFuture<>();
  private final long since = System.nanoTime();

  /**
   * @param waiting where those who wait go on; never the writer's own thread
   */
  Pending(Append append, Executor waiting) {
    this.append = append;
    this.waiting = waiting;
  }

  Append append() {
    return append;
  }

  CompletableFuture<Appended> answer() {
    return answer;
  }

  long nanos() {
    return System.nanoTime() - since;
  }

  int weight() {
    int weight = 0;
    for (var event : append.events()) {
      weight += event.weight();
    }
    return weight;
  }

  void stored(long first) {
    var appended = new Appended(first, first + append.events().size() - 1);
    waiting.execute(() -> answer.complete(appended));
  }

  void refused() {
    long position = append.condition() instanceof NothingSince since ? since.position() : 0;
    failed(new AppendConflict(position));
  }

  void failed(RuntimeException why) {
    waiting.execute(() -> answer.completeExceptionally(why));
  }
}
