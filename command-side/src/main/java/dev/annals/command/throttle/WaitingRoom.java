package dev.annals.command.throttle;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Where attempts wait that their address has not left now but may have back soon: until those under
 * way turn out to be good ones, each may be a failure. It admits nobody whom the throttle does not.
 */
public final class WaitingRoom {
  private final AddressThrottle throttle;
  private final Patience patience;
  private final Semaphore seats;
  private final ConcurrentMap<AddressBlock, Lane> lanes = new ConcurrentHashMap<>();

  public WaitingRoom(AddressThrottle throttle, Patience patience) {
    this.throttle = throttle;
    this.patience = patience;
    this.seats = new Semaphore(patience.overall());
  }

  /**
   * Waits for an attempt, in the order of arrival; whoever is admitted must {@link #leave}.
   *
   * @throws CancellationException if the caller is interrupted; then nothing has been taken
   */
  public Admission enter(String address) {
    var block = AddressBlock.of(address);
    var place = new Place();
    at(block, lane -> lane.arrive(place, patience.perAddress()));
    if (!place.isDone()) {
      stay(block, place);
    }
    return place.resultNow();
  }

  private void stay(AddressBlock block, Place place) {
    if (seats.tryAcquire()) {
      try {
        await(block, place);
      } finally {
        seats.release();
      }
    }
    at(block, lane -> lane.giveUp(place));
  }

  /** Nothing is held meanwhile but the seat. */
  private void await(AddressBlock block, Place place) {
    try {
      place.await(patience.longest());
    } catch (InterruptedException _) {
      at(block, lane -> lane.abandon(place));
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for an attempt");
    }
  }

  /** An attempt is over that was waited for; a good one has cost nothing. */
  public void leave(String address, boolean wasRight) {
    at(AddressBlock.of(address), lane -> lane.leave(wasRight));
  }

  /** Takes an attempt if there is one for whoever comes now; nobody waits for how it ends. */
  public Admission pass(String address) {
    var place = new Place();
    at(AddressBlock.of(address), lane -> lane.pass(place));
    return place.resultNow();
  }

  /** Gives back an attempt that {@link #pass} took: it was a good one. */
  public void giveBack(String address) {
    var block = AddressBlock.of(address);
    throttle.giveBack(block);
    at(
        block,
        lane -> {
          var _ = lane.serve();
        });
  }

  /** How many addresses have attempts under way. */
  int addresses() {
    return lanes.size();
  }

  /** How many wait now. */
  public int waiting() {
    return patience.overall() - seats.availablePermits();
  }

  /** The map lets one thread at a time into a lane, and keeps only lanes that are in use. */
  private void at(AddressBlock address, Consumer<Lane> step) {
    var _ =
        lanes.compute(
            address,
            (_, found) -> {
              var lane = found == null ? new Lane(throttle, address) : found;
              step.accept(lane);
              return lane.isDeserted() ? null : lane;
            });
  }
}
