package dev.annals.standalone.fault.client;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the requests of one client, and notes every answer. */
final class Sender {
  private final String name;
  private final Wire wire;
  private final Ledger ledger;
  private final Steps clock;
  private final AtomicInteger operations = new AtomicInteger();

  Sender(String name, Wire wire, Ledger ledger, Steps clock) {
    this.name = name;
    this.wire = wire;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A request as a client means it, before it is sent for the first time. */
  record Request(Wish wish, Told.About about, Optional<String> bearer, Object body) {}

  /** What became of an operation since it was first sent, and the sending that was answered. */
  record Outcome(Attempt attempt, Heard heard, Steps.Mark since) {
    Optional<Heard.Answer> success() {
      return heard instanceof Heard.Answer answer && answer.status() == attempt.wish().success()
          ? Optional.of(answer)
          : Optional.empty();
    }

    boolean is(int status) {
      return heard instanceof Heard.Answer answer && answer.status() == status;
    }
  }

  Steps clock() {
    return clock;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Sends once; whoever hears nothing will never know. */
  Outcome plain(Request request) {
    var since = clock.mark();
    var attempt = new Attempt(operation(), 1, request.wish(), false);
    return new Outcome(attempt, send(attempt, request), since);
  }

  /** Sends under an Idempotency-Key until there is an answer that settles it. */
  Outcome once(Request request) {
    return settle(new Attempt(operation(), 1, request.wish(), true), request);
  }

  /** The same request as before, under the same key. */
  Outcome again(Attempt before, Request request) {
    return settle(before.again(), request);
  }

  private Outcome settle(Attempt first, Request request) {
    var since = clock.mark();
    var attempt = first;
    var heard = send(attempt, request);
    while (!(heard instanceof Heard.Answer answer) || answer.isUnavailable()) {
      pause();
      attempt = attempt.again();
      heard = send(attempt, request);
    }
    return new Outcome(attempt, heard, since);
  }

  private Heard send(Attempt attempt, Request request) {
    var sent = clock.mark();
    var heard = wire.ask(attempt, request.bearer(), request.body());
    while (heard instanceof Heard.NotSent) {
      pause();
      sent = clock.mark();
      heard = wire.ask(attempt, request.bearer(), request.body());
    }
    ledger.note(new Told(attempt, request.about(), heard, clock.since(sent)));
    return heard;
  }

  private String operation() {
    return name + "." + operations.incrementAndGet();
  }

  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a client", e);
    }
  }
}
