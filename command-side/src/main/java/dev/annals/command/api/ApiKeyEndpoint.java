package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.client.KeyName;
import dev.annals.command.api.NewSecrets.NewSecret;
import dev.annals.command.client.ImposeServiceToken;
import dev.annals.command.client.IssueApiKey;
import dev.annals.command.client.IssuePrivateToken;
import dev.annals.command.client.RevokeApiKey;
import dev.annals.command.client.RotateApiKey;
import dev.annals.command.client.SecretChoice;
import dev.annals.command.decision.Command;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.token.ChosenSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issues, rotates, revokes and lists API keys of every kind. */
@RestController
final class ApiKeyEndpoint {
  private static final Pattern UUID_SHAPE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Duration LONGEST_GRACE = Duration.ofDays(30);

  private final Desk desk;
  private final ApiKeyLookup keys;
  private final NewSecrets secrets;
  private final InstantSource clock;

  ApiKeyEndpoint(Desk desk, ApiKeyLookup keys, NewSecrets secrets, InstantSource clock) {
    this.desk = desk;
    this.keys = keys;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Asks for a key.
   *
   * @param accountId whose it is to be; the caller's own if absent
   * @param kind a key of our own API if absent
   * @param secret the UUID that a client has already, from elsewhere
   */
  record Issue(
      Optional<AccountId> accountId,
      KeyName name,
      Optional<Instant> expiresAt,
      Optional<KeyKind> kind,
      Optional<ChosenSecret> secret) {}

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
    var secret = secret(body, account, caller);
    return desk.serve(
            exchange.by(caller).about(account),
            command(body, account, secret),
            _ -> Reply.created(shown(secret)).uncached())
        .entity();
  }

  private NewSecret secret(Issue body, AccountId account, Caller caller) {
    var kind = kind(body);
    if (body.secret().isPresent()) {
      caller.must(Role.ADMIN);
      if (!kind.isSingle()) {
        throw Problem.field("secret", "is only for a service_token or private_token");
      }
      return secrets.chosen(ApiKeyId.of(account, kind), body.secret().get());
    }
    return kind.isSingle() ? secrets.random(ApiKeyId.of(account, kind), kind) : secrets.first();
  }

  private Command<?, ?> command(Issue body, AccountId account, NewSecret secret) {
    var name = body.name().value();
    var expiry = body.expiresAt();
    var now = clock.instant();
    var choice = new SecretChoice.Id(account, secret.key(), secret.hash());
    return switch (kind(body)) {
      case API_KEY -> new IssueApiKey(account, secret.key(), name, secret.hash(), expiry, now);
      case SERVICE_TOKEN -> new ImposeServiceToken(choice, name, expiry, now);
      case PRIVATE_TOKEN -> new IssuePrivateToken(choice, name, expiry, now);
    };
  }

  private static KeyKind kind(Issue body) {
    return body.kind().orElse(KeyKind.API_KEY);
  }

  /**
   * Asks for another secret.
   *
   * @param graceSeconds how long the present secret stays good; 0 if absent
   */
  record Rotate(ApiKeyId apiKeyId, Optional<Long> graceSeconds) {}

  @PostMapping("/v1/rotate-api-key")
  ResponseEntity<Object> rotate(@RequestBody Rotate body, Caller caller, Exchange exchange) {
    var key = body.apiKeyId();
    var about = exchange.by(caller).about(keys.owner(key, caller));
    var secret = secrets.random(key, keys.kind(key));
    var grace = grace(body.graceSeconds().orElse(0L));
    var command = new RotateApiKey(key, secret.hash(), grace, clock.instant());
    return desk.serve(about, command, _ -> Reply.ok(shown(secret)).uncached()).entity();
  }

  record Revoke(ApiKeyId apiKeyId) {}

  @PostMapping("/v1/revoke-api-key")
  ResponseEntity<Object> revoke(@RequestBody Revoke body, Caller caller, Exchange exchange) {
    var about = exchange.by(caller).about(keys.owner(body.apiKeyId(), caller));
    var command = new RevokeApiKey(body.apiKeyId(), clock.instant());
    return desk.serve(about, command, _ -> Reply.noContent()).entity();
  }

  record Held(List<ApiKeyLookup.View> apiKeys) {}

  @GetMapping("/v1/api-keys")
  Held list(@RequestParam(name = "account_id") Optional<String> accountId, Caller caller) {
    var account = accountId.map(ApiKeyEndpoint::accountId).orElse(caller.account());
    ownerOrAdministrator(account, caller);
    return new Held(keys.of(account));
  }

  private static AccountId accountId(String text) {
    return Optional.of(text)
        .filter(UUID_SHAPE.asMatchPredicate())
        .map(AccountId::parse)
        .orElseThrow(() -> Problem.field("account_id", "must be a UUID"));
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

  private static Shown shown(NewSecret secret) {
    return new Shown(secret.key(), secret.text());
  }
}
