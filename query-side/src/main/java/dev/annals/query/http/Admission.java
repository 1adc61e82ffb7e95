package dev.annals.query.http;

/** That somebody was let in, for answers that take longer than a token may be good. */
public final class Admission {
  private final Askers askers;
  private final String bearer;
  private final Asker asker;

  Admission(Askers askers, String bearer, Asker asker) {
    this.askers = askers;
    this.bearer = bearer;
    this.asker = asker;
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
