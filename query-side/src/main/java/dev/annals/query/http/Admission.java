package dev.annals.query.http;

import java.time.Duration;

/** That somebody was let in, for answers that take longer than a token may be good. */
public final class Admission {
  private final Askers askers;
  private final String bearer;
  private final Asker asker;
  private long checkedAt = System.nanoTime();

  Admission(Askers askers, String bearer, Asker asker) {
    this.askers = askers;
    this.bearer = bearer;
    this.asker = asker;
  }

  /** Who was let in. */
  public Asker asker() {
    return asker;
  }

  /** The same as below, asked again only where it has not been for a while. */
  public boolean stillHolds(Duration recheck) {
    if (System.nanoTime() - checkedAt < recheck.toNanos()) {
      return true;
    }
    checkedAt = System.nanoTime();
    return stillHolds();
  }

  /** Whether what was shown is good still, and for the same as in the beginning. */
  public boolean stillHolds() {
    return askers
        .recognise(bearer)
        .filter(now -> now.is(asker.account()))
        .filter(now -> now.mayAudit() || !asker.mayAudit())
        .filter(now -> !now.restricted())
        .isPresent();
  }

  /** Masked: it holds a token. */
  @Override
  public String toString() {
    return "Admission[" + asker.account() + "]";
  }
}
