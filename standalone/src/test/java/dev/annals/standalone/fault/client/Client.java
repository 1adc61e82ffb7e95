package dev.annals.standalone.fault.client;

import dev.annals.standalone.fault.client.Sender.Outcome;
import dev.annals.standalone.fault.client.Sender.Request;
import dev.annals.standalone.fault.client.Told.About;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Somebody who never tires of signing in, refreshing, and now and then doing something else. */
final class Client {
  private static final int WANTED = 500;

  private final Sender sender;
  private final Person person;
  private final String administrator;
  private final SplittableRandom random;
  private @Nullable Tokens tokens;
  private @Nullable Tokens spent;
  private @Nullable String apiKey;

  Client(Sender sender, Person person, String administrator, SplittableRandom random) {
    this.sender = sender;
    this.person = person;
    this.administrator = administrator;
    this.random = random;
  }

  /** One thing, chosen at random. */
  void act() {
    var held = tokens;
    int die = random.nextInt(100);
    if (held == null || die < 12) {
      signIn();
    } else if (die < 70) {
      refresh(held);
    } else {
      rarely(die, held);
    }
  }

  private void rarely(int die, Tokens held) {
    if (die < 74) {
      refreshTwiceAtOnce(held);
    } else if (die < 77) {
      reuse(held);
    } else if (die < 82) {
      changePassword(held);
    } else if (die < 87) {
      signOut(held);
    } else if (die < 92) {
      register();
    } else if (die < 97) {
      issueKey(held);
    } else {
      revokeKey(held);
    }
  }

  private void signIn() {
    var body = Map.of("login", person.login(), "password", person.password());
    var about = About.account(person.account());
    var request = new Request(Wish.SIGN_IN, about, Optional.empty(), body);
    var outcome = maybeOnce(request);
    outcome.success().map(Tokens::of).ifPresent(this::received);
    maybeRepeat(outcome, request);
  }

  private void refresh(Tokens held) {
    var request = refreshing(Wish.REFRESH, held);
    var outcome = sender.once(request);
    outcome.success().map(Tokens::of).ifPresentOrElse(this::received, this::forget);
    maybeRepeat(outcome, request);
  }

  /** As two windows of one browser would: one wins, and the other ends the session. */
  private void refreshTwiceAtOnce(Tokens held) {
    var other =
        Thread.startVirtualThread(() ->
            sender
                .once(refreshing(Wish.REFRESH, held))
                .success()
                .map(Tokens::of)
                .ifPresent(sender.ledger()::hold));
    refresh(held);
    join(other);
  }

  private void reuse(Tokens held) {
    var old = spent;
    if (old != null && old.session().equals(held.session())) {
      var _ = maybeOnce(refreshing(Wish.REUSE, old));
      forget();
    }
  }

  private static Request refreshing(Wish wish, Tokens shown) {
    var body = Map.of("refresh_token", shown.refresh());
    return new Request(wish, shown.about(), Optional.empty(), body);
  }

  private void changePassword(Tokens held) {
    var next = "one of many passwords " + random.nextLong();
    var body = Map.of("current_password", person.password(), "new_password", next);
    var request = asOwner(Wish.CHANGE_PASSWORD, held, body);
    var outcome = sender.once(request);
    if (outcome.success().isPresent()) {
      person.chose(next);
    }
    maybeRepeat(outcome, request);
    refresh(held);
  }

  private void signOut(Tokens held) {
    var request = asOwner(Wish.SIGN_OUT, held, Map.of());
    var outcome = maybeOnce(request);
    maybeRepeat(outcome, request);
    forget();
  }

  /** Whoever hears nothing tries the same login again, and it must not be there twice. */
  private void register() {
    var body = Map.of("login", newLogin(), "password", "never asked for again");
    var request = new Request(Wish.REGISTER, About.NOTHING, Optional.of(administrator), body);
    var outcome = maybeOnce(request);
    if (!(outcome.heard() instanceof Heard.Answer)) {
      var _ = sender.once(request);
    }
  }

  /** Every other one is wanted by others as well, and only one can have it. */
  private String newLogin() {
    return random.nextBoolean()
        ? "wanted-" + random.nextInt(WANTED)
        : "somebody-" + Long.toString(random.nextLong() >>> 1, 36);
  }

  private void issueKey(Tokens held) {
    var outcome = maybeOnce(asOwner(Wish.ISSUE_KEY, held, Map.of("name", "a program")));
    outcome
        .success()
        .ifPresent(answer -> {
          apiKey = answer.text("api_key_id");
          sender.ledger().holdKey(answer.text("api_key"));
        });
    unauthenticated(outcome, held);
  }

  private void revokeKey(Tokens held) {
    var key = apiKey;
    if (key != null) {
      apiKey = null;
      var outcome = maybeOnce(asOwner(Wish.REVOKE_KEY, held, Map.of("api_key_id", key)));
      unauthenticated(outcome, held);
    }
  }

  private static Request asOwner(Wish wish, Tokens held, Object body) {
    return new Request(wish, held.about(), Optional.of(held.access()), body);
  }

  private void unauthenticated(Outcome outcome, Tokens held) {
    if (outcome.is(401)) {
      refresh(held);
    }
  }

  private Outcome maybeOnce(Request request) {
    return random.nextBoolean() ? sender.once(request) : sender.plain(request);
  }

  /** A second look under the same key must show the very same answer. */
  private void maybeRepeat(Outcome outcome, Request request) {
    if (!outcome.attempt().once() || outcome.success().isEmpty() || random.nextInt(8) > 0) {
      return;
    }
    var again = sender.again(outcome.attempt(), request);
    var first = outcome.success().get();
    if (!(again.heard() instanceof Heard.Answer answer)
        || (first.position().isPresent()
            && !same(first, answer)
            && sender.clock().stoodStill(outcome.since()))) {
      sender
          .ledger()
          .complain("%s was answered otherwise: %s".formatted(again.attempt(), again.heard()));
    }
  }

  private static boolean same(Heard.Answer first, Heard.Answer again) {
    return again.replayed()
        && first.status() == again.status()
        && first.position().equals(again.position())
        && first.body().equals(again.body());
  }

  private void received(Tokens pair) {
    spent = tokens;
    tokens = pair;
    sender.ledger().hold(pair);
  }

  private void forget() {
    tokens = null;
  }

  private static void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a client", e);
    }
  }
}
