package dev.annals.history;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.event.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How it is known whether the holder of a key may be used: no rights, no such account. */
public final class Holders {
  private static final Set<Class<? extends Event>> KINDS =
      Arrays.stream(AccountEvent.class.getPermittedSubclasses())
          .map(kind -> kind.<Event>asSubclass(Event.class))
          .collect(Collectors.toUnmodifiableSet());

  public static final EventStream<AccountId, Optional<Rights>> STREAM =
      new EventStream<>(
          "holder",
          _ -> Optional.empty(),
          Holders::evolve,
          account -> List.of(new Facts(facts(account).tag(), KINDS)));

  private Holders() {}

  /** Everything that was ever decided about an account, its password and its subjects. */
  public static Facts facts(AccountId account) {
    return Facts.tagged("account:" + account);
  }

  private static Optional<Rights> evolve(Optional<Rights> held, Event event) {
    return switch (event) {
      case AccountRegistered _ -> Optional.of(Rights.FIRST);
      case AccountErased _ -> Optional.empty();
      case AccountEvent e -> held.map(rights -> rights.evolve(e));
      default -> held;
    };
  }
}
