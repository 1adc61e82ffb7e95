package dev.annals.query.diff;

import dev.annals.account.AccountId;
import dev.annals.query.account.AccountsAt;
import dev.annals.query.asof.AsOf.Now;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.audit.Change;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.Views;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed of an account between two moments. */
@RestController
final class DiffEndpoint {
  private static final Set<String> VIEWS = Set.of("audit", "account", "session");

  private final Views views;
  private final ViewedChanges changes;
  private final AsOfs asOfs;
  private final Recording recording;

  DiffEndpoint(Views views, ViewedChanges changes, AsOfs asOfs, Recording recording) {
    this.views = views;
    this.changes = changes;
    this.asOfs = asOfs;
    this.recording = recording;
  }

  /**
   * What is different.
   *
   * @param from the position after which
   * @param to the position up to which
   */
  record Diff(AccountId accountId, long from, long to, List<Change> changes) {
    Diff {
      changes = List.copyOf(changes);
    }
  }

  @GetMapping("/v1/diff")
  @Asks(
      who = Who.ANYONE,
      parameters = {"account", "from", "to"},
      views = {"audit", "account", "session"})
  Diff diff(Parameters asked, Enquiry enquiry) {
    var account = asked.required("account", asked.account());
    if (!enquiry.asker().is(account)) {
      enquiry.asker().mustAudit();
    }
    var first = asked.required("from", asked.moment("from"));
    long from = asOfs.find("from", first, VIEWS).position();
    long to = asOfs.find("to", asked.moment("to").orElseGet(Now::new), VIEWS).position();
    if (from > to) {
      throw Problem.field("from", "lies after to");
    }
    var changed = changes.between(account, from, to);
    recording.note(enquiry, Asked.about(account, "diff", asked.recorded(Map.of()), to));
    mustExist(account, to);
    return new Diff(account, from, to, changed);
  }

  private void mustExist(AccountId account, long position) {
    var found =
        views.ask(connection ->
            new AccountsAt(connection, views.schema("account")).find(account, position));
    if (found.isEmpty()) {
      throw Problem.accountUnknown();
    }
  }
}
