package dev.annals.query.whatif;

import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.WaitPolicy;
import dev.annals.session.RefusalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * People who try passwords at random, and what the rule of sign-ins makes of it under a policy: a
 * second telling of {@code SignIn}, to hold the first to.
 */
final class Crowd {
  /** What came of one try. */
  enum Outcome {
    SIGNED_IN,
    REJECTED,
    WAITING,
    LOCKED,
    SPENT,
    NONE
  }

  /** What somebody does. */
  enum Deed {
    TRY_RIGHT,
    TRY_WRONG,
    LOCK,
    UNLOCK,
    RESET
  }

  record Step(AccountId account, Deed deed, long second) {}

  private static final class Person {
    private int wrong;
    private Instant until = Instant.MIN;
    private boolean locked;
    private boolean oneTime;
    private boolean used;
  }

  private final WaitPolicy policy;
  private final Past past = new Past();
  private final Map<Long, Integer> stepAt = new HashMap<>();
  private final Map<AccountId, Person> people = new HashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  private Crowd(WaitPolicy policy) {
    this.policy = policy;
  }

  static Crowd live(List<Step> steps, WaitPolicy policy) {
    var crowd = new Crowd(policy);
    for (int i = 0; i < steps.size(); i++) {
      crowd.outcomes.add(crowd.live(steps.get(i)));
      crowd.stepAt.put(crowd.past.head(), i);
    }
    return crowd;
  }

  static List<Step> steps(Random random, int count, int accounts) {
    var steps = new ArrayList<Step>();
    long second = 0;
    for (int i = 0; i < count; i++) {
      second += random.nextInt(12);
      steps.add(new Step(Past.account(random.nextInt(accounts)), deed(random), second));
    }
    return steps;
  }

  private static Deed deed(Random random) {
    return switch (random.nextInt(24)) {
      case 0 -> Deed.LOCK;
      case 1 -> Deed.UNLOCK;
      case 2 -> Deed.RESET;
      case 3, 4, 5, 6, 7, 8, 9 -> Deed.TRY_RIGHT;
      default -> Deed.TRY_WRONG;
    };
  }

  private Outcome live(Step step) {
    var person = people.computeIfAbsent(step.account(), _ -> new Person());
    return switch (step.deed()) {
      case LOCK -> lock(person, step, true);
      case UNLOCK -> lock(person, step, false);
      case RESET -> reset(person, step);
      case TRY_RIGHT, TRY_WRONG -> attempt(person, step);
    };
  }

  private Outcome lock(Person person, Step step, boolean lock) {
    person.locked = lock;
    if (lock) {
      past.locked(step.account(), step.second());
    } else {
      past.unlocked(step.account(), step.second());
    }
    return Outcome.NONE;
  }

  private Outcome reset(Person person, Step step) {
    person.wrong = 0;
    person.until = Instant.MIN;
    person.oneTime = true;
    person.used = false;
    past.reset(step.account(), step.second(), step.second() + 100_000);
    return Outcome.NONE;
  }

  private Outcome attempt(Person person, Step step) {
    var at = Past.at(step.second());
    if (at.isBefore(person.until)) {
      past.refused(step.account(), step.second(), RefusalReason.WAITING);
      return Outcome.WAITING;
    }
    if (person.locked) {
      past.refused(step.account(), step.second(), RefusalReason.LOCKED);
      return Outcome.LOCKED;
    }
    return step.deed() == Deed.TRY_RIGHT ? right(person, step) : wrong(person, step, at);
  }

  private Outcome right(Person person, Step step) {
    if (person.oneTime && person.used) {
      past.refused(step.account(), step.second(), RefusalReason.ONE_TIME_PASSWORD_USED);
      return Outcome.SPENT;
    }
    if (person.wrong > 0) {
      past.rightAtLast(step.account(), step.second());
    } else {
      past.right(step.account(), step.second());
    }
    person.wrong = 0;
    person.until = Instant.MIN;
    return Outcome.SIGNED_IN;
  }

  private Outcome wrong(Person person, Step step, Instant at) {
    person.wrong++;
    Optional<Instant> until = policy.after(person.wrong, at);
    person.until = until.orElse(Instant.MIN);
    past.add(new PasswordRejected(step.account(), person.wrong, until, at));
    return Outcome.REJECTED;
  }

  Past past() {
    return past;
  }

  Outcome of(int step) {
    return outcomes.get(step);
  }

  int step(long position) {
    return stepAt.getOrDefault(position, -1);
  }
}
