package dev.annals.standalone.fault;

import dev.annals.crypto.SecretHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Reads on in the log, and compares. */
final class Checker {
  private static final int SAMPLE = 250;

  private final Ledger ledger;
  private final LogReader log;
  private final History history = new History();
  private final Audit audit = new Audit(history);
  private final List<String> violations = new ArrayList<>();

  Checker(Crowd crowd, Wire wire) {
    this.ledger = crowd.ledger();
    this.log = new LogReader(wire, crowd.administrator());
  }

  /** Everything that was acknowledged before must be in what is read now. */
  void checkNews() throws InterruptedException {
    var told = ledger.drain();
    history.read(log.after(history.head()));
    audit.check(told);
  }

  /** To be called when nobody writes any more. */
  void checkAll(SplittableRandom random) throws InterruptedException {
    checkNews();
    var afresh = new History();
    // Every reading of the log is recorded behind what it has read.
    long known = history.head();
    afresh.read(log.after(0).stream().filter(event -> event.position() <= known).toList());
    require(
        afresh.head() == known && afresh.digest() == history.digest(),
        "the log is not what it was when it was read before");
    for (var tokens : sample(ledger.tokens(), random)) {
      check(tokens);
    }
    for (var key : sample(ledger.keys(), random)) {
      require(log.isActive(key) == history.acceptsKey(id(key)), "an API key is judged wrongly");
    }
  }

  private void check(Tokens tokens) throws InterruptedException {
    var line = history.session(tokens.session()).orElseThrow();
    require(
        log.isActive(tokens.access()) == line.accepts(tokens.jti()),
        "the access token " + tokens.jti() + " is judged wrongly");
    require(
        log.isActive(tokens.refresh())
            == line.acceptsRefresh(SecretHash.of(tokens.refresh()).value()),
        "generation " + tokens.generation() + " of " + tokens + " is judged wrongly");
  }

  /** The latest are the most interesting, and any of the others. */
  private static <T> List<T> sample(List<T> all, SplittableRandom random) {
    var some = new ArrayList<T>(all.subList(Math.max(0, all.size() - SAMPLE / 2), all.size()));
    for (int i = 0; i < SAMPLE / 2 && !all.isEmpty(); i++) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }

  private static String id(String secret) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(secret.substring("ank_".length())));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }

  long head() {
    return history.head();
  }

  List<String> violations() {
    var all = new ArrayList<>(history.violations());
    all.addAll(audit.violations());
    all.addAll(ledger.complaints());
    all.addAll(violations);
    return all;
  }
}
