package dev.annals.query.trail;

import dev.annals.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/** Who follows the trail at this moment: so many at most, and of one account so many. */
final class Places {
  private final StreamLimits limits;
  private final Map<AccountId, Integer> taken = new HashMap<>();
  private int all;

  Places(StreamLimits limits) {
    this.limits = limits;
  }

  synchronized boolean take(AccountId account) {
    if (all >= limits.followers() || taken.getOrDefault(account, 0) >= limits.ofOne()) {
      return false;
    }
    all++;
    taken.merge(account, 1, Integer::sum);
    return true;
  }

  synchronized void leave(AccountId account) {
    all--;
    taken.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
  }
}
