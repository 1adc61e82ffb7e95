package dev.annals.query.whatif;

import dev.annals.credential.WaitPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * Wrong passwords in a row and the wait that follows, between the least and the most that can have
 * been: what was never compared leaves both open. As long as nothing is open both are the same.
 */
record Wrongs(int least, int most, Instant earliest, Instant latest) {
  static final Wrongs NONE = known(0, Optional.empty());

  static Wrongs known(int consecutive, Optional<Instant> waitUntil) {
    var until = waitUntil.orElse(Instant.MIN);
    return new Wrongs(consecutive, consecutive, until, until);
  }

  /** Would an attempt at this moment have met a wait? */
  Certainty wait(Instant at) {
    if (at.isBefore(earliest)) {
      return Certainty.YES;
    }
    return at.isBefore(latest) ? Certainty.MAYBE : Certainty.NO;
  }

  /** An attempt that meets a wait is not looked at, and changes nothing. */
  Wrongs after(Effect effect, WaitPolicy policy, Instant at) {
    return switch (wait(at)) {
      case YES -> this;
      case MAYBE -> or(seen(effect, policy, at));
      case NO -> seen(effect, policy, at);
    };
  }

  private Wrongs seen(Effect effect, WaitPolicy policy, Instant at) {
    return switch (effect) {
      case FORGIVES -> NONE;
      case COUNTS -> counted(policy, at);
      case FORGIVES_OR_COUNTS -> NONE.or(counted(policy, at));
      case COUNTS_OR_NOT -> or(counted(policy, at));
    };
  }

  private Wrongs counted(WaitPolicy policy, Instant at) {
    int fewest = more(least);
    int greatest = more(most);
    return new Wrongs(fewest, greatest, until(policy, fewest, at), until(policy, greatest, at));
  }

  private static int more(int count) {
    return count == Integer.MAX_VALUE ? count : count + 1;
  }

  private static Instant until(WaitPolicy policy, int consecutive, Instant at) {
    return policy.after(consecutive, at).orElse(Instant.MIN);
  }

  private Wrongs or(Wrongs other) {
    return new Wrongs(
        Math.min(least, other.least),
        Math.max(most, other.most),
        earliest.isBefore(other.earliest) ? earliest : other.earliest,
        latest.isAfter(other.latest) ? latest : other.latest);
  }
}
