package dev.annals.command.desk;

import dev.annals.account.AccountId;
import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.KeyForgotten;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.Actor;
import dev.annals.event.AddressIndex;
import dev.annals.event.Circumstances;
import java.time.InstantSource;
import java.util.Optional;

/** Turns an exchange into the circumstances that its events carry, the address sealed. */
public final class Surroundings {
  /** What an address is sealed as. */
  public static final String ADDRESS = "address";

  private final Sealing sealing;
  private final AddressIndex index;
  private final InstantSource clock;

  public Surroundings(Sealing sealing, AddressIndex index, InstantSource clock) {
    this.sealing = sealing;
    this.index = index;
    this.clock = clock;
  }

  public Circumstances of(Exchange exchange) {
    return new Circumstances(
        exchange.caller().map(Caller::actor).orElse(Actor.ANONYMOUS),
        exchange.subject().map(AccountId::value),
        Optional.of(sealedAddress(exchange)),
        Optional.of(index.of(exchange.address())),
        exchange.userAgent(),
        exchange.family().value(),
        Optional.of(exchange.requestId()),
        exchange.correlationId(),
        Optional.empty());
  }

  /** The address is data of whoever calls; while that is unknown, of whom the call is about. */
  private Sealed sealedAddress(Exchange exchange) {
    var strangers = DataKeyName.strangers(clock.instant());
    var key =
        exchange
            .caller()
            .map(Caller::account)
            .or(exchange::subject)
            .map(AccountId::dataKey)
            .orElse(strangers);
    try {
      return sealing.seal(key, ADDRESS, exchange.address());
    } catch (KeyForgotten _) {
      return sealing.seal(strangers, ADDRESS, exchange.address());
    }
  }
}
