package dev.annals.benchmarks;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.query.account.AccountView;
import dev.annals.query.account.AccountsAt;
import dev.annals.query.audit.Moments;
import dev.annals.query.session.SessionView;
import dev.annals.query.session.SessionsAt;
import dev.annals.query.token.TokensAt;
import dev.annals.query.trail.AuditIndex;
import dev.annals.query.trail.Filter;
import dev.annals.query.trail.Stretch;
import dev.annals.query.upkeep.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** Questions to the views within a process, one after the other: what they cost the database. */
final class Lookups {
  private static final Duration WARM_UP =
      Duration.ofSeconds(Long.getLong("benchmark.asking", 2) / 2);
  private static final Duration MEASURED = Duration.ofSeconds(Long.getLong("benchmark.asking", 2));
  private static final int PAGE = 100;

  private final Views views;
  private final QueriedLog asked;
  private final Moments moments;
  private final AuditIndex trail;
  private final Random random = new Random(2);

  Lookups(Views views, QueriedLog asked) {
    this.views = views;
    this.asked = asked;
    moments = new Moments(views);
    trail = new AuditIndex(views);
  }

  void asOf() throws InterruptedException, ExecutionException {
    measure("account as of a position", () -> account(asked.position(random)));
    measure("account as of an instant", () -> account(moments.positionAt(asked.instant(random))));
    measure("session as of a position", () -> session(asked.position(random)));
    measure("session as of an instant", () -> session(moments.positionAt(asked.instant(random))));
  }

  @CanIgnoreReturnValue
  private static ClosedLoop.Result measure(String what, Runnable question)
      throws InterruptedException, ExecutionException {
    var result = ClosedLoop.run(1, WARM_UP, MEASURED, (_, _) -> question.run());
    System.out.printf("%-60s %s%n", what, result);
    return result;
  }

  private void account(long position) {
    var account = asked.account(random);
    var _ =
        views.ask(connection ->
            new AccountsAt(connection, views.schema(AccountView.NAME)).find(account, position));
  }

  /** With the tokens that were good, as a session is told. */
  private void session(long position) {
    var session = asked.session(random);
    var _ =
        views.ask(connection -> {
          var schema = views.schema(SessionView.NAME);
          var found = new SessionsAt(connection, schema).find(session, position);
          var at = moments.reachedAt(position).orElse(Instant.EPOCH);
          return found.isPresent()
              && !new TokensAt(connection, schema).liveOf(session, position, at).isEmpty();
        });
  }

  /** A page of a hundred from anywhere in the log, in either order, for each way to filter. */
  void filters() throws InterruptedException, ExecutionException {
    double worst = 0;
    var where = "";
    var filters = new Filters(asked, random);
    for (var way : Filters.WAYS) {
      var result = measure("audit by " + way, () -> page(filters.by(way)));
      if (result.worstOfHundred() > worst) {
        worst = result.worstOfHundred();
        where = way;
      }
    }
    System.out.printf("worst p99 of all filters: %.2f ms, by %s%n", worst, where);
  }

  private void page(Filter filter) {
    long head = asked.log().head();
    long cursor = asked.position(random);
    var stretch =
        random.nextBoolean() ? new Stretch(cursor, head, false) : new Stretch(1, cursor, true);
    var _ = trail.find(filter, stretch, PAGE);
  }
}
