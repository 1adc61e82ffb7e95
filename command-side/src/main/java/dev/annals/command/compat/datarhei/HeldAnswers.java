package dev.annals.command.compat.datarhei;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Keeps answers waiting at the price of a timer each: no thread, no turn at hashing, nothing that a
 * good login needs. Being a lifecycle of the last phase, it lets them all go before the server
 * begins to wait for them.
 */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class HeldAnswers implements SmartLifecycle, AutoCloseable {
  /** Half of the connections that Tomcat keeps open; the others are left for good logins. */
  static final int MOST = 4096;

  private static final long NEVER = 0;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("failed-logins").factory());
  private final Set<Held> all = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(MOST);
  private volatile boolean closed;

  HeldAnswers(MeterRegistry registry) {
    var _ =
        Gauge.builder("annals.datarhei.failed.logins.held", all, Set::size)
            .description("Answers to failed logins that wait for their time")
            .register(registry);
  }

  /** By its identity, whatever it says. */
  private static final class Held {
    private final DeferredResult<ResponseEntity<Object>> result = new DeferredResult<>(NEVER);
    private final ResponseEntity<Object> answer;

    Held(ResponseEntity<Object> answer) {
      this.answer = answer;
    }

    void release() {
      boolean _ = result.setResult(answer);
    }
  }

  static DeferredResult<ResponseEntity<Object>> atOnce(ResponseEntity<Object> answer) {
    var held = new Held(answer);
    held.release();
    return held.result;
  }

  /** Answers after this time; empty if there is no room for one more. */
  Optional<DeferredResult<ResponseEntity<Object>>> hold(
      ResponseEntity<Object> answer, Duration time) {
    return room.tryAcquire() ? Optional.of(held(answer, time)) : Optional.empty();
  }

  private DeferredResult<ResponseEntity<Object>> held(
      ResponseEntity<Object> answer, Duration time) {
    var held = new Held(answer);
    boolean _ = all.add(held);
    held.result.onCompletion(() -> leave(held));
    var _ = timer.schedule(() -> release(held), time.toNanos(), TimeUnit.NANOSECONDS);
    if (closed) {
      release(held);
    }
    return held.result;
  }

  private void release(Held held) {
    leave(held);
    held.release();
  }

  private void leave(Held held) {
    if (all.remove(held)) {
      room.release();
    }
  }

  @Override
  public void start() {}

  @Override
  public boolean isRunning() {
    return !closed;
  }

  @Override
  public void stop() {
    closed = true;
    all.forEach(this::release);
  }

  @Override
  public void close() {
    var _ = timer.shutdownNow();
  }
}
