package dev.annals.query.upkeep;

import dev.annals.catalogue.EventCodec;
import dev.annals.store.LogReading;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The log for those who are far behind, read and decoded once for all who read the same stretch at
 * about the same time: that costs more than what most views do with it. Who runs ahead waits a
 * while for the others, so that they need not read it again.
 */
final class Pages {
  private static final int KEPT = 12;
  private static final int AHEAD = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final LogReading log;
  private final EventCodec codec;
  private final int size;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Map<Long, CompletableFuture<Page>> pages = new LinkedHashMap<>();
  private final Map<Object, Long> readers = new HashMap<>();

  Pages(LogReading log, EventCodec codec, int size) {
    this.log = log;
    this.codec = codec;
    this.size = size;
  }

  /** The rest of a page that begins after a bookmark. */
  Decoded after(Bookmark bookmark, Object reader) throws OtherLog {
    long number = bookmark.position() / size;
    var mine = new CompletableFuture<Page>();
    var taken = taken(number, mine, reader);
    if (taken == null) {
      load(number, mine);
    }
    try {
      return (taken == null ? mine : taken).join().after(bookmark);
    } catch (OtherLog e) {
      clear();
      throw e;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Pages of two logs are not to be mixed: whatever is known may be of the wrong one. */
  private void clear() {
    lock.lock();
    try {
      pages.clear();
    } finally {
      lock.unlock();
    }
  }

  /** This reader reads no more. */
  void leave(Object reader) {
    lock.lock();
    try {
      var _ = readers.remove(reader);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The page that somebody else has read or is reading; none means that it is up to us. */
  private @Nullable CompletableFuture<Page> taken(
      long number, CompletableFuture<Page> mine, Object reader) {
    lock.lock();
    try {
      readers.put(reader, number);
      moved.signalAll();
      awaitOthers(number);
      var known = pages.putIfAbsent(number, mine);
      var eldest = pages.keySet().iterator();
      while (pages.size() > KEPT) {
        var _ = eldest.next();
        eldest.remove();
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** Those who are so far behind that they share nothing are not waited for. */
  private void awaitOthers(long number) {
    long left = PATIENCE.toNanos();
    try {
      while (left > 0
          && readers.values().stream().anyMatch(at -> number - at > AHEAD && number - at < KEPT)) {
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The end of the log is no page yet: it is read again. */
  private void load(long number, CompletableFuture<Page> page) {
    try {
      var read = read(number * size);
      if (read.decoded().last()) {
        forget(number, page);
      }
      var _ = page.complete(read);
    } catch (RuntimeException | Error e) {
      forget(number, page);
      var _ = page.completeExceptionally(e);
    }
  }

  private Page read(long after) {
    return after == 0
        ? Page.of(log.read(0, size), size, codec)
        : Page.behindFirst(log.read(after - 1, size + 1), size, codec);
  }

  private void forget(long number, CompletableFuture<Page> page) {
    lock.lock();
    try {
      var _ = pages.remove(number, page);
    } finally {
      lock.unlock();
    }
  }
}
