package dev.annals.command.throttle;

import dev.annals.command.throttle.Admission.Admitted;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One address with attempts under way, and who waits for one of them to be given back. Whether
 * anybody is admitted is the throttle's to say, here as anywhere. For one thread at a time.
 */
final class Lane {
  private final AddressThrottle throttle;
  private final AddressBlock address;
  private final Deque<Place> waiting = new ArrayDeque<>();
  private int underWay;

  Lane(AddressThrottle throttle, AddressBlock address) {
    this.throttle = throttle;
    this.address = address;
  }

  /** Somebody comes, and stays if there is something to wait for and room for as many. */
  void arrive(Place place, int room) {
    waiting.add(place);
    var last = serve();
    if (waiting.size() > room) {
      dismiss(place, last);
    }
  }

  /** Somebody comes who neither waits nor will say how it went. */
  void pass(Place place) {
    arrive(place, 0);
    if (place.resultNow() instanceof Admitted) {
      leave(false);
    }
  }

  /** Somebody does not wait any longer; if they have not been told yet, they are now. */
  void giveUp(Place place) {
    dismiss(place, serve());
  }

  private void dismiss(Place place, Admission last) {
    if (waiting.remove(place)) {
      boolean _ = place.complete(last);
    }
  }

  /** Somebody is gone; if they were admitted meanwhile, they did not make the attempt. */
  void abandon(Place place) {
    if (!waiting.remove(place) && place.resultNow() instanceof Admitted) {
      leave(true);
    }
  }

  /** An attempt is over; only a good one is given back. */
  void leave(boolean wasRight) {
    underWay--;
    if (wasRight) {
      throttle.giveBack(address);
    }
    var _ = serve();
  }

  /**
   * Admits from the front while there are attempts. With none under way none can come back, and
   * nobody stays.
   *
   * @return what the throttle said last; a refusal where somebody is still waiting
   */
  Admission serve() {
    Admission last = new Admitted();
    while (!waiting.isEmpty() && last instanceof Admitted) {
      last = throttle.attempt(address);
      if (last instanceof Admitted) {
        underWay++;
        boolean _ = waiting.remove().complete(last);
      }
    }
    if (underWay == 0) {
      sendAway(last);
    }
    return last;
  }

  private void sendAway(Admission refusal) {
    waiting.forEach(place -> {
      boolean _ = place.complete(refusal);
    });
    waiting.clear();
  }

  boolean isDeserted() {
    return underWay == 0;
  }
}
