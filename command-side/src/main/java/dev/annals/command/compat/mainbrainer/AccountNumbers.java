package dev.annals.command.compat.mainbrainer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.command.account.Accounts;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import java.util.Set;

/** Accounts by number, as MainBrainer has them: the place in history where each began. */
final class AccountNumbers {
  private static final int REMEMBERED = 100_000;

  private final Histories histories;
  private final Cache<AccountId, Long> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  AccountNumbers(Histories histories) {
    this.histories = histories;
  }

  long of(AccountId account) {
    return known.get(account, this::read);
  }

  private Long read(AccountId account) {
    var beginning = new Facts(Accounts.facts(account).tag(), Set.of(AccountRegistered.class));
    return histories.events(beginning).getFirst().position();
  }
}
