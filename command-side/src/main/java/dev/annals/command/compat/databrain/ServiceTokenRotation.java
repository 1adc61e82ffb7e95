package dev.annals.command.compat.databrain;

import dev.annals.account.AccountId;
import dev.annals.check.ChosenSecrets;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.client.RotateApiKey;
import dev.annals.command.client.RotateShownSecret;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Caller.Machine;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Door;
import dev.annals.history.Histories;
import dev.annals.token.ChosenSecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Exchanges a service token for one that nobody chose. */
public final class ServiceTokenRotation {
  private final ChosenSecrets secrets;
  private final Histories histories;
  private final Door door;
  private final Desk desk;
  private final Memory memory;
  private final InstantSource clock;

  /** What it takes to rotate. */
  public record Parts(
      ChosenSecrets secrets,
      Histories histories,
      Door door,
      Desk desk,
      Memory memory,
      InstantSource clock) {}

  public ServiceTokenRotation(Parts parts) {
    this.secrets = parts.secrets();
    this.histories = parts.histories();
    this.door = parts.door();
    this.desk = parts.desk();
    this.memory = parts.memory();
    this.clock = parts.clock();
  }

  /** What was shown is no service token, or not the caller's. */
  static Reply notOne(int status) {
    return Replies.error(status, DatabrainDialect.AUTHENTICATION_ERROR, "Invalid Service Token");
  }

  /** On behalf of an admin who has signed in. */
  Reply byAdmin(Exchange exchange, ChosenSecret shown, Duration grace) {
    var caller = exchange.caller().orElseThrow();
    AdminRole.must(caller);
    var held =
        secrets
            .holder(shown.reveal())
            .flatMap(ServiceTokenRotation::held)
            .filter(it -> it.account().equals(caller.account()));
    return held.map(it -> rotate(exchange, it, shown, grace)).orElseGet(() -> notOne(400));
  }

  /** By whoever shows the token itself; guessing at it is slowed down. */
  Reply byHolder(Exchange exchange, String bearer, JoiBody body) {
    door.enter(exchange.address());
    var grace = ExpireAt.of(body.required(ExpireAt.NAME));
    var key = secrets.holder(bearer);
    if (key.isEmpty()) {
      return notOne(401);
    }
    door.wasRight(exchange.address());
    return key.flatMap(ServiceTokenRotation::held)
        .map(held -> byHolder(exchange, held, ChosenSecret.of(bearer), grace))
        .orElseGet(() -> notOne(400));
  }

  private Reply byHolder(Exchange exchange, Held held, ChosenSecret shown, Duration grace) {
    if (!(histories.current(Accounts.STREAM, held.account()) instanceof Account.Registered known)
        || !known.isUsable()) {
      return notOne(401);
    }
    Caller caller = new Machine(held.account(), known.roles(), held.id());
    AdminRole.must(caller);
    return rotate(exchange.by(caller), held, shown, grace);
  }

  private Reply rotate(Exchange exchange, Held held, ChosenSecret shown, Duration grace) {
    var now = clock.instant();
    var old = secrets.hash(shown);
    if (!held.key().accepts(old, now)) {
      return memory.recall(exchange).orElseThrow(() -> Problem.of(Refusal.API_KEY_UNKNOWN));
    }
    var fresh = secrets.random();
    var command =
        new RotateShownSecret(new RotateApiKey(held.id(), secrets.hash(fresh), grace, now), old);
    return desk.serve(exchange, command, _ -> Replies.serviceToken(fresh.reveal()));
  }

  private record Held(ApiKeyId id, AccountId account, ApiKey key) {}

  /** Empty for keys of another kind. */
  private static Optional<Held> held(ApiKey key) {
    var held =
        switch (key) {
          case ApiKey.Usable it -> Optional.of(new Held(it.key(), it.account(), it));
          case ApiKey.Revoked it -> Optional.of(new Held(it.key(), it.account(), it));
          case ApiKey.Unknown _ -> Optional.<Held>empty();
        };
    return held.filter(it -> it.id().equals(ApiKeyId.of(it.account(), KeyKind.SERVICE_TOKEN)));
  }
}
