package dev.annals.standalone.fault;

import dev.annals.standalone.fault.Sender.Request;
import dev.annals.standalone.fault.Told.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Many clients at once, two to an account, and what they note. */
final class Crowd {
  private static final int ACCOUNTS = 8;

  private final Ledger ledger = new Ledger();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final Wire wire;
  private final Sender own;
  private final String administrator;
  private volatile boolean stopped;

  /** The administrator signs in and makes a key that outlives all sessions. */
  Crowd(Wire wire) {
    this.wire = wire;
    this.own = new Sender("own", wire, ledger);
    var session = signIn("admin", ChildAnnals.PASSWORD);
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

  Ledger ledger() {
    return ledger;
  }

  String administrator() {
    return administrator;
  }

  void start(SplittableRandom random) {
    for (int i = 0; i < ACCOUNTS; i++) {
      var person = register("person-" + i);
      people.add(person);
      enter("left" + i, person, random.split());
      enter("right" + i, person, random.split());
    }
  }

  private Person register(String login) {
    var password = "the first password of all " + login.hashCode();
    var body = Map.of("login", login, "password", password);
    var request = new Request(Wish.REGISTER, About.NOTHING, Optional.of(administrator), body);
    var account = own.once(request).success().orElseThrow().text("account_id");
    return new Person(account, login, password);
  }

  private void enter(String name, Person person, SplittableRandom random) {
    var client = new Client(new Sender(name, wire, ledger), person, administrator, random);
    threads.add(Thread.ofVirtual().name(name).start(() -> run(name, client)));
  }

  private void run(String name, Client client) {
    try {
      while (!stopped) {
        client.act();
      }
    } catch (RuntimeException e) {
      ledger.complain(name + " gave up: " + e);
    }
  }

  /** Everyone finishes what is begun; Annals must be up for that. */
  void stop() throws InterruptedException {
    stopped = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Whoever was told that the password is changed can sign in with the new one. */
  void signInEveryone() {
    for (var person : people) {
      ledger.hold(signIn(person.login(), person.password()));
    }
  }
}
