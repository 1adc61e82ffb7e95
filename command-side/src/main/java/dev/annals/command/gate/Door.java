package dev.annals.command.gate;

import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Refused;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.throttle.Admission;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.command.throttle.Verdict;
import dev.annals.command.throttle.WaitingRoom;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.util.function.Supplier;

/** Lets attempts in, a few at a time from one address, and says which refusals the log hears of. */
public final class Door {
  private final WaitingRoom room;
  private final RefusalLedger ledger;

  public Door(WaitingRoom room, RefusalLedger ledger) {
    this.room = room;
    this.ledger = ledger;
  }

  /**
   * Makes an attempt once the address has one left, and waits while those under way may turn out to
   * be good ones. A good one has cost nothing.
   */
  public Reply through(String address, Supplier<Reply> attempt) {
    goOn(room.enter(address));
    var wasRight = false;
    try {
      var reply = attempt.get();
      wasRight = !reply.isRefusal();
      return reply;
    } finally {
      room.leave(address, wasRight);
    }
  }

  /** Goes on only while the address has attempts left; a refusal here is counted, not recorded. */
  public void enter(String address) {
    goOn(room.pass(address));
  }

  private void goOn(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      ledger.count(RefusalReason.THROTTLED);
      var seconds = Math.max(1, refused.retryAfter().plusMillis(999).toSeconds());
      throw Problem.of(429, "too-many-attempts", "Too many attempts from this address.")
          .because(RefusalReason.THROTTLED)
          .with("Retry-After", Long.toString(seconds));
    }
  }

  /** Lets out with this answer; a good one has cost nothing. */
  public Reply leave(String address, Reply reply) {
    if (!reply.isRefusal()) {
      wasRight(address);
    }
    return reply;
  }

  /** The attempt was a good one and costs nothing. */
  public void wasRight(String address) {
    room.giveBack(address);
  }

  /** A refusal that nobody could be named in; it is counted, not recorded. */
  public void count(RefusalReason reason) {
    ledger.count(reason);
  }

  /** Goes on only if this refusal is to be an event of its own; otherwise it has been counted. */
  public void note(RefusalReason reason, String address) {
    note(Refusal.SIGN_IN_REFUSED, reason, address);
  }

  /** The same, where the caller is told another refusal. */
  public void note(Refusal told, RefusalReason reason, String address) {
    if (ledger.record(reason, address) == Verdict.COUNT) {
      throw Problem.of(told).because(reason);
    }
  }

  /** A refusal of which there are too many is counted instead of sent. */
  public void foresee(Decision decision, String address) {
    if (decision instanceof Refused(var told, var events)
        && events.stream().findFirst().orElse(null) instanceof SignInRefused refused) {
      note(told, refused.reason(), address);
    }
  }
}
