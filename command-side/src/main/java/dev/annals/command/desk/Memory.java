package dev.annals.command.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.annals.account.AccountId;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Once;
import dev.annals.command.decision.Outcome.Remembered;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.AnswerSealing;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.Actor;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import dev.annals.request.RequestEvent.CommandAnswered;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers answers by {@code Idempotency-Key}, sealed so that only who shows the key again gets
 * them (draft-ietf-httpapi-idempotency-key-header).
 */
public final class Memory {
  private static final String PURPOSE = "answer";
  private static final Duration OWED = Duration.ofMinutes(10);

  private final KeyedHash requests;
  private final AnswerSealing answers;
  private final Sealing sealing;
  private final JsonMapper json;
  private final Histories histories;
  private final InstantSource clock;

  public Memory(
      KeyedHash requests,
      AnswerSealing answers,
      Sealing sealing,
      JsonMapper json,
      Histories histories,
      InstantSource clock) {
    this.requests = requests;
    this.histories = histories;
    this.answers = answers;
    this.sealing = sealing;
    this.json = json;
    this.clock = clock;
  }

  /** The stored form of an answer. */
  record Stored(int status, Map<String, String> headers, Optional<Object> body) {}

  /**
   * A body that was answered before; it may hold a secret, and whoever logs answers is not told.
   */
  private record Again(@JsonValue Object body) {
    @Override
    public String toString() {
      return "Again[…]";
    }
  }

  Optional<Once> once(Exchange exchange, Function<Decision, Reply> render) {
    return exchange
        .repeatable()
        .map(request ->
            new Once(
                key(exchange, request), decision -> answered(exchange, render.apply(decision))));
  }

  private CommandAnswered answered(Exchange exchange, Reply reply) {
    var request = exchange.repeatable().orElseThrow();
    var key = key(exchange, request);
    var stored = new Stored(reply.status(), reply.headers(), Optional.ofNullable(reply.body()));
    var sealed = answers.seal(request.key(), key, json.writeValueAsString(stored));
    return new CommandAnswered(
        key, fingerprint(request), personal(exchange, reply, sealed), clock.instant());
  }

  /**
   * What is said of a person is forgotten with the person, whoever keeps the key of the request.
   */
  private String personal(Exchange exchange, Reply reply, String answer) {
    return reply.body() == null || reply.isRefusal()
        ? answer
        : exchange
            .subject()
            .map(account -> sealing.seal(account.dataKey(), PURPOSE, answer).text())
            .orElse(answer);
  }

  private String opened(String answer) {
    if (!answer.contains("/")) {
      return answer;
    }
    return sealing
        .open(new Sealed(answer), PURPOSE)
        .orElseThrow(() -> Problem.of(Refusal.ACCOUNT_UNKNOWN));
  }

  /** The answer given before, if the question is the same. */
  Reply repeat(Exchange exchange, Remembered remembered) {
    var request = exchange.repeatable().orElseThrow();
    var answer = remembered.answer();
    if (!answer.fingerprint().equals(fingerprint(request))) {
      throw Problem.of(
          422, "idempotency-key-reused", "This Idempotency-Key came with another request before.");
    }
    var opened = answers.open(request.key(), answer.key(), opened(answer.answer())).orElseThrow();
    var stored = json.readValue(opened, Stored.class);
    return new Reply(
            stored.status(), stored.headers(), stored.body().map(Memory::again).orElse(null))
        .with("Annals-Position", Long.toString(remembered.position()))
        .with("Idempotent-Replayed", "true");
  }

  /** A text is written as it is, anything else as JSON. */
  private static Object again(Object body) {
    return body instanceof String text ? text : new Again(body);
  }

  /**
   * The answer to a request that ended the very token it came with. It is owed to who lost it on
   * the way, not to who finds the token much later.
   */
  public Optional<Reply> recall(Exchange exchange) {
    return exchange
        .repeatable()
        .flatMap(request ->
            histories.events(Facts.tagged("request:" + key(exchange, request))).stream()
                .findFirst())
        .map(found -> new Remembered((CommandAnswered) found.event(), found.position()))
        .filter(found -> clock.instant().isBefore(found.answer().at().plus(OWED)))
        .map(found -> repeat(exchange, found));
  }

  /** Two callers may choose the same key. */
  private String key(Exchange exchange, Exchange.Repeatable request) {
    var caller = exchange.caller().map(Caller::actor).map(Actor::value);
    var scope =
        caller
            .or(request::scope)
            .or(() -> exchange.subject().map(AccountId::toString))
            .orElse("anonymous");
    return requests.of("key", scope, request.key());
  }

  private String fingerprint(Exchange.Repeatable request) {
    return requests.of("question", request.key(), request.question());
  }
}
