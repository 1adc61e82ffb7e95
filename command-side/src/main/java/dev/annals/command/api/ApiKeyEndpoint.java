package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyName;
import dev.annals.command.client.ApiKeys;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.client.RevokeApiKey;
import dev.annals.command.client.RotateApiKey;
import dev.annals.command.decision.Histories;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.crypto.Randomness;
import dev.annals.token.ApiKeySecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Issues, rotates and revokes API keys. */
@RestController
final class ApiKeyEndpoint {
  private static final Duration LONGEST_GRACE = Duration.ofDays(30);

  private final Desk desk;
  private final Histories histories;
  private final Randomness randomness;
  private final InstantSource clock;

  ApiKeyEndpoint(Desk desk, Histories histories, Randomness randomness, InstantSource clock) {
    this.desk = desk;
    this.histories = histories;
    this.randomness = randomness;
    this.clock = clock;
  }

  /** Without an account the key is the caller's own. */
  record Issue(Optional<AccountId> accountId, KeyName name, Optional<Instant> expiresAt) {}

  /** A key with its secret, shown this once. */
  record Shown(ApiKeyId apiKeyId, String apiKey) {
    @Override
    public String toString() {
      return "Shown[" + apiKeyId + "]";
    }
  }

  @PostMapping("/v1/issue-api-key")
  ResponseEntity<Object> issue(@RequestBody Issue body, Caller caller, Exchange exchange) {
    var account = body.accountId().orElse(caller.account());
    ownerOrAdministrator(account, caller);
    if (body.expiresAt().isPresent() && !clock.instant().isBefore(body.expiresAt().get())) {
      throw Problem.field("expires_at", "must be in the future");
    }
    var secret = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    var command =
        new IssueApiKey(
            account,
            secret.key(),
            body.name().value(),
            secret.hash(),
            body.expiresAt(),
            clock.instant());
    return desk.serve(
            exchange.by(caller).about(account),
            command,
            _ -> Reply.created(shown(secret)).uncached())
        .entity();
  }

  /**
   * Asks for another secret.
   *
   * @param graceSeconds how long the present secret stays good; 0 if absent
   */
  record Rotate(ApiKeyId apiKeyId, Optional<Long> graceSeconds) {}

  @PostMapping("/v1/rotate-api-key")
  ResponseEntity<Object> rotate(@RequestBody Rotate body, Caller caller, Exchange exchange) {
    var about = exchange.by(caller).about(owner(body.apiKeyId(), caller));
    var secret = ApiKeySecret.mint(body.apiKeyId(), randomness);
    var grace = grace(body.graceSeconds().orElse(0L));
    var command = new RotateApiKey(body.apiKeyId(), secret.hash(), grace, clock.instant());
    return desk.serve(about, command, _ -> Reply.ok(shown(secret)).uncached()).entity();
  }

  record Revoke(ApiKeyId apiKeyId) {}

  @PostMapping("/v1/revoke-api-key")
  ResponseEntity<Object> revoke(@RequestBody Revoke body, Caller caller, Exchange exchange) {
    var about = exchange.by(caller).about(owner(body.apiKeyId(), caller));
    var command = new RevokeApiKey(body.apiKeyId(), clock.instant());
    return desk.serve(about, command, _ -> Reply.noContent()).entity();
  }

  private AccountId owner(ApiKeyId key, Caller caller) {
    var owner =
        switch (histories.current(ApiKeys.STREAM, key)) {
          case ApiKey.Usable usable -> Optional.of(usable.account());
          case ApiKey.Revoked revoked -> Optional.of(revoked.account());
          case ApiKey.Unknown _ -> Optional.<AccountId>empty();
        };
    return owner
        .filter(account -> account.equals(caller.account()) || caller.is(Role.ADMIN))
        .orElseThrow(() -> Problem.of(Refusal.API_KEY_UNKNOWN));
  }

  private static void ownerOrAdministrator(AccountId account, Caller caller) {
    if (!account.equals(caller.account())) {
      caller.must(Role.ADMIN);
    }
  }

  private static Duration grace(long seconds) {
    if (seconds < 0 || seconds > LONGEST_GRACE.toSeconds()) {
      throw Problem.field("grace_seconds", "must be 0 to " + LONGEST_GRACE.toSeconds());
    }
    return Duration.ofSeconds(seconds);
  }

  private static Shown shown(ApiKeySecret secret) {
    return new Shown(secret.key(), secret.reveal());
  }
}
