package dev.annals.command.desk;

import dev.annals.account.AccountId;
import dev.annals.session.Family;
import java.util.Optional;

/**
 * One HTTP request as the commands' circumstances see it.
 *
 * @param address of the client, in its plain form
 * @param dialect of the API family it came through
 * @param subject the account it is about, once that is known
 * @param repeatable present when the request came with an {@code Idempotency-Key}
 */
public record Exchange(
    String requestId,
    Optional<String> correlationId,
    String address,
    Optional<String> userAgent,
    Dialect dialect,
    Optional<Caller> caller,
    Optional<AccountId> subject,
    Optional<Repeatable> repeatable) {

  /**
   * A request that may come again.
   *
   * @param key the {@code Idempotency-Key}, as much a secret as the answer it leads to
   * @param question method, path and body
   * @param scope whose key it is, where nobody is known to call
   */
  public record Repeatable(String key, String question, Optional<String> scope) {
    public Repeatable(String key, String question) {
      this(key, question, Optional.empty());
    }

    @Override
    public String toString() {
      return "Repeatable[…]";
    }
  }

  public Family family() {
    return dialect.family();
  }

  /** The answer that tells a problem in the words of the family that was asked. */
  public Reply tell(Problem problem) {
    return dialect.tell(problem, requestId);
  }

  public Exchange about(AccountId account) {
    return new Exchange(
        requestId,
        correlationId,
        address,
        userAgent,
        dialect,
        caller,
        Optional.of(account),
        repeatable);
  }

  /** The key of a stranger is good for what the stranger asks about, known to us or not. */
  public Exchange within(String scope) {
    return new Exchange(
        requestId,
        correlationId,
        address,
        userAgent,
        dialect,
        caller,
        subject,
        repeatable.map(
            request -> new Repeatable(request.key(), request.question(), Optional.of(scope))));
  }

  public Exchange by(Caller known) {
    return new Exchange(
        requestId,
        correlationId,
        address,
        userAgent,
        dialect,
        Optional.of(known),
        subject.or(() -> Optional.of(known.account())),
        repeatable);
  }
}
