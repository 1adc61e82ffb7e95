package dev.annals.benchmarks.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many there are, the same on both sides, and what they do before anything is measured. */
public final class People {
  /** Accounts that sign in while it is measured; all have the same password. */
  public static final int ACCOUNTS = Integer.getInteger("benchmark.accounts", 200);

  /**
   * Sessions whose tokens are asked about, and as many others that are refreshed; of accounts that
   * do nothing else.
   */
  public static final int SESSIONS = Integer.getInteger("benchmark.sessions", 256);

  static final String PASSWORD = "nine purple otters juggling";

  private static final int AT_ONCE = 4;

  static final int ALL = ACCOUNTS + SESSIONS;

  private People() {}

  /** Who has a session. */
  static int holder(int session) {
    return ACCOUNTS + session;
  }

  /** Something for one of them. */
  interface Deed<T> {
    T of(int number) throws IOException, InterruptedException;
  }

  static <T> List<T> each(int count, Deed<T> deed) throws IOException, InterruptedException {
    var all = new ArrayList<T>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var begun = new ArrayList<Future<T>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        begun.add(threads.submit(() -> deed.of(number)));
      }
      for (var each : begun) {
        all.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
    return all;
  }

  /** What a sign-in gives. */
  public record SignedIn(String access, String refresh) {
    @Override
    public String toString() {
      return "SignedIn[…]";
    }
  }
}
