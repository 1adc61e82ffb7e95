package dev.annals.store.postgres;

import dev.annals.store.LogUnavailable;
import dev.annals.store.sql.ReadingRoom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Asks the database for the head on behalf of everyone who asked before the query began. */
final class ConfirmedHead implements AutoCloseable {
  private final ReadingRoom room;
  private final KnownLog known;
  private final BlockingQueue<CompletableFuture<Long>> asking = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  ConfirmedHead(String threads, ReadingRoom room, KnownLog known) {
    this.room = room;
    this.known = known;
    this.thread = Thread.ofPlatform().name(threads + "-head").daemon().start(this::run);
  }

  CompletableFuture<Long> ask() {
    var answer = new CompletableFuture<Long>();
    asking.add(answer);
    if (closed) {
      fail(drain(), LogUnavailable.nothingWritten("it is closed", null));
    }
    return answer;
  }

  @SuppressWarnings("ThreadPriorityCheck") // Without it all is as right, and slower.
  private void run() {
    while (!closed) {
      try {
        var all = new ArrayList<CompletableFuture<Long>>();
        all.add(asking.take());
        // Whoever is about to ask does so now, where threads wait for a core: one answer is for
        // all.
        Thread.yield();
        asking.drainTo(all);
        answer(all);
      } catch (InterruptedException _) {
        closed = true;
      }
    }
    fail(drain(), LogUnavailable.nothingWritten("it is closed", null));
  }

  private List<CompletableFuture<Long>> drain() {
    var rest = new ArrayList<CompletableFuture<Long>>();
    asking.drainTo(rest);
    return rest;
  }

  private void answer(List<CompletableFuture<Long>> all) {
    try {
      Long head = room.ask(known::catchUp);
      all.forEach(answer -> answer.complete(head));
    } catch (SQLException | RuntimeException | Error e) {
      fail(all, LogUnavailable.nothingWritten("its head cannot be read", e));
    }
  }

  private static void fail(List<CompletableFuture<Long>> all, LogUnavailable why) {
    all.forEach(answer -> answer.completeExceptionally(why));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Farewell.to(thread);
  }
}
