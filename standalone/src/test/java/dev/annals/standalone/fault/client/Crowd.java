package dev.annals.standalone.fault.client;

import dev.annals.standalone.fault.client.Sender.Request;
import dev.annals.standalone.fault.client.Told.About;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Many clients at once, two to an account, and what they note. */
public final class Crowd {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

  /** Of the administrator. */
  public static final String PASSWORD = "kill me as often as you like";

  /**
   * How much they do.
   *
   * @param accounts with two clients each
   * @param idle how long each does nothing between two things
   */
  public record Size(int accounts, Duration idle) {
    /** As fast as they are answered. */
    public static final Size USUAL = new Size(8, Duration.ZERO);
  }

  private final Ledger ledger = new Ledger();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final Wire wire;
  private final Steps clock;
  private final Sender own;
  private final String administrator;
  private volatile boolean stopped;

  /** The administrator signs in and makes a key that outlives all sessions. */
  public Crowd(Wire wire, Steps clock) {
    this.wire = wire;
    this.clock = clock;
    this.own = new Sender("own", wire, ledger, clock);
    var session = signIn("admin", PASSWORD);
    var request =
        new Request(
            Wish.ISSUE_KEY,
            session.about(),
            Optional.of(session.access()),
            Map.of("name", "checker"));
    administrator = own.once(request).success().orElseThrow().text("api_key");
  }

  private Tokens signIn(String login, String password) {
    var body = Map.of("login", login, "password", password);
    var request = new Request(Wish.SIGN_IN, About.NOTHING, Optional.empty(), body);
    var outcome = own.plain(request);
    return outcome
        .success()
        .map(Tokens::of)
        .orElseThrow(() -> new AssertionError(login + " heard " + outcome.heard()));
  }

  public Ledger ledger() {
    return ledger;
  }

  public String administrator() {
    return administrator;
  }

  /** Lets them in. */
  public void start(Size size, SplittableRandom random) {
    for (int i = 0; i < size.accounts(); i++) {
      var person = register("person-" + i);
      people.add(person);
      enter("left" + i, person, size.idle(), random.split());
      enter("right" + i, person, size.idle(), random.split());
    }
  }

  private Person register(String login) {
    var password = "the first password of all " + login.hashCode();
    var body = Map.of("login", login, "password", password);
    var request = new Request(Wish.REGISTER, About.NOTHING, Optional.of(administrator), body);
    var account = own.once(request).success().orElseThrow().text("account_id");
    return new Person(account, login, password);
  }

  private void enter(String name, Person person, Duration idle, SplittableRandom random) {
    var client = new Client(new Sender(name, wire, ledger, clock), person, administrator, random);
    threads.add(Thread.ofVirtual().name(name).start(() -> run(name, client, idle)));
  }

  private void run(String name, Client client, Duration idle) {
    try {
      while (!stopped) {
        client.act();
        Thread.sleep(idle);
      }
    } catch (RuntimeException | InterruptedException e) {
      ledger.complain(name + " gave up: " + e);
    }
  }

  /** Everyone finishes what is begun; Annals must be up for that. */
  public void stop() throws InterruptedException {
    stopped = true;
    for (var thread : threads) {
      if (!thread.join(LONGEST_WAIT)) {
        ledger.complain(thread.getName() + " gets no answer that settles it");
      }
    }
  }

  /** Whoever was told that the password is changed can sign in with the new one. */
  public void signInEveryone() {
    for (var person : people) {
      ledger.hold(signIn(person.login(), person.password()));
    }
  }
}
