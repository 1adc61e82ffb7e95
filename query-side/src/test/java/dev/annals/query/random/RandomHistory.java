package dev.annals.query.random;

import dev.annals.query.view.Recorded;
import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.EventLog;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A history that the command side could have written, the same from the same seed: people register,
 * sign in, get their passwords wrong, refresh, are locked, disabled and erased; keys, subjects and
 * roles come and go. The clocks of the machines that write it do not quite agree.
 */
public final class RandomHistory {
  private record Deed(int weight, Doing doing) {}

  private interface Doing {
    void happen(Person person, Instant at);
  }

  private final World world;
  private final int accounts;
  private final Duration pace;
  private final Administration administration;
  private final List<Person> people = new ArrayList<>();
  private final List<Deed> deeds;
  private final int weights;

  /** With personal data that only looks sealed, at a pace of one deed in 20 seconds. */
  public RandomHistory(long seed, int accounts) {
    this(seed, accounts, Duration.ofSeconds(20), Seals.pretended(seed));
  }

  /**
   * A history to taste.
   *
   * @param accounts so many at a time; who is erased is followed by somebody else
   * @param pace of time between two deeds, on average
   */
  public RandomHistory(long seed, int accounts, Duration pace, Seals seals) {
    world = new World(seed, seals);
    this.accounts = accounts;
    this.pace = pace;
    administration = new Administration(world);
    deeds = deeds(administration, new Tokens(world));
    weights = deeds.stream().mapToInt(Deed::weight).sum();
  }

  private List<Deed> deeds(Administration office, Tokens tokens) {
    var signIns = new SignIns(world, tokens);
    return List.of(
        new Deed(220, signIns::right),
        new Deed(25, signIns::wrong),
        new Deed(20, signIns::federated),
        new Deed(30, signIns::strangers),
        new Deed(520, tokens::refresh),
        new Deed(1, tokens::storm),
        new Deed(6, tokens::reuse),
        new Deed(20, tokens::revokeToken),
        new Deed(80, tokens::signOut),
        new Deed(12, office::changePassword),
        new Deed(6, office::resetPassword),
        new Deed(25, office::lockOrUnlock),
        new Deed(15, office::disableOrEnable),
        new Deed(5, office::revokeSessions),
        new Deed(10, office::role),
        new Deed(4, office::rename),
        new Deed(12, office::issueKey),
        new Deed(12, office::rotateOrRevokeKey),
        new Deed(10, office::linkOrUnlink),
        new Deed(2, office::erase),
        new Deed(30, office::answer));
  }

  /** At least so many events, from position 1. */
  public List<Recorded> events(int atLeast) {
    goOn(atLeast);
    return world.log();
  }

  /** At least so many events more; they are not kept, so that a history may outgrow the memory. */
  public List<Recorded> more(int atLeast) {
    goOn(world.emitted() + atLeast);
    var more = world.log();
    world.forget();
    return more;
  }

  private void goOn(long atLeast) {
    while (world.emitted() < atLeast) {
      var at = world.later(pace);
      if (people.size() < accounts && world.chance(people.size() < accounts / 4 ? 0.5 : 0.02)) {
        people.add(administration.register(at));
      } else if (!people.isEmpty()) {
        happen(world.oneOf(people), at);
      }
    }
  }

  private void happen(Person person, Instant at) {
    int chosen = world.random.nextInt(weights);
    for (var deed : deeds) {
      chosen -= deed.weight();
      if (chosen < 0) {
        deed.doing().happen(person, at);
        break;
      }
    }
    if (person.erased) {
      people.remove(person);
    }
  }

  /** Exactly so many events, of as many people as a test needs, on their way into a log. */
  public static List<NewEvent> fresh(long seed, int events) {
    return fresh(new RandomHistory(seed, 300).events(events)).subList(0, events);
  }

  /** Appends events to a log, as many at once as it takes. */
  public static void load(EventLog log, List<Recorded> events) {
    for (int from = 0; from < events.size(); from += Append.MOST) {
      var some = events.subList(from, Math.min(events.size(), from + Append.MOST));
      var _ = log.append(new Append(fresh(some), Condition.NONE)).join();
    }
  }

  /** Events as they were before they were stored. */
  public static List<NewEvent> fresh(List<Recorded> events) {
    return events.stream().map(recorded -> fresh(recorded.stored())).toList();
  }

  private static NewEvent fresh(StoredEvent stored) {
    return new NewEvent(
        stored.id(),
        stored.at(),
        stored.name(),
        stored.version(),
        stored.tags(),
        stored.metadata(),
        stored.payload());
  }
}
