package dev.annals.standalone.fault.check;

import dev.annals.crypto.SecretHash;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Ledger;
import dev.annals.standalone.fault.client.Moments;
import dev.annals.standalone.fault.client.Steps;
import dev.annals.standalone.fault.client.Tokens;
import dev.annals.standalone.fault.client.Wire;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Reads on in the log, and compares. */
public final class Checker {
  private static final int SAMPLE = 250;

  private final Ledger ledger;
  private final LogReader log;
  private final Steps clock;
  private final History history = new History();
  private final Audit audit = new Audit(history);
  private final List<String> violations = new CopyOnWriteArrayList<>();

  public Checker(Crowd crowd, Wire wire, Steps clock) {
    this.ledger = crowd.ledger();
    this.clock = clock;
    this.log = new LogReader(wire, crowd.administrator());
  }

  /** Everything that was acknowledged before must be in what is read now. */
  public void checkNews() throws InterruptedException {
    var told = ledger.drain();
    history.read(log.after(history.head()));
    audit.check(told);
  }

  /** To be called when nobody writes any more. */
  public void checkAll(SplittableRandom random) throws InterruptedException {
    checkNews();
    var afresh = new History();
    // Every reading of the log is recorded behind what it has read.
    long known = history.head();
    afresh.read(log.after(0).stream().filter(event -> event.position() <= known).toList());
    require(
        afresh.head() == known && afresh.digest() == history.digest(),
        "the log is not what it was when it was read before");
    judge(log, sample(ledger.tokens(), random));
    judgeKeys(log, sample(ledger.keys(), random));
  }

  /** Asks whether these are good, and compares with what the log says. */
  public void judge(LogReader asked, List<Tokens> some) throws InterruptedException {
    for (var tokens : some) {
      var line = history.session(tokens.session()).orElseThrow();
      var access = asked(asked, tokens.access(), when -> line.judge(tokens.jti(), when));
      require(access, "the access token " + tokens.jti() + " is judged wrongly");
      var hash = SecretHash.of(tokens.refresh()).value();
      var refresh = asked(asked, tokens.refresh(), when -> line.judgeRefresh(hash, when));
      require(
          refresh, "generation " + tokens.generation() + " of " + tokens + " is judged wrongly");
    }
  }

  private boolean asked(LogReader asked, String token, Function<Moments, Verdict> expected)
      throws InterruptedException {
    var mark = clock.mark();
    boolean accepted = asked.isActive(token);
    return expected.apply(clock.since(mark)).allows(accepted);
  }

  /** The same for API keys, which have no end of their own. */
  public void judgeKeys(LogReader asked, List<String> some) throws InterruptedException {
    for (var key : some) {
      require(asked.isActive(key) == history.acceptsKey(id(key)), "an API key is judged wrongly");
    }
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

  /** Equal for equal logs: {@code 31 * before + id.hashCode()} for each event's id in turn. */
  public long digest() {
    return history.digest();
  }

  public long head() {
    return history.head();
  }

  public List<String> violations() {
    var all = new ArrayList<>(history.violations());
    all.addAll(audit.violations());
    all.addAll(ledger.complaints());
    all.addAll(violations);
    return all;
  }
}
