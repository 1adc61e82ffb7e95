package dev.annals.query.trail;

import dev.annals.account.AccountId;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Addresses;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.trail.AuditTrail.Page;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one account, for auditors and for whose it is. */
@RestController
final class HistoryEndpoint {
  private static final Set<String> AUDIT = Set.of("audit");

  private final AuditTrail trail;
  private final TrailQuestion questions;
  private final AsOfs asOfs;
  private final Recording recording;

  HistoryEndpoint(
      AuditTrail trail, Trail positions, Addresses addresses, AsOfs asOfs, Recording recording) {
    this.trail = trail;
    this.questions = new TrailQuestion(positions, addresses);
    this.asOfs = asOfs;
    this.recording = recording;
  }

  @GetMapping("/v1/accounts/{id}/history")
  @Asks(
      who = Who.ANYONE,
      parameters = {"as_of", "after", "limit", "order"},
      views = "audit")
  Page history(@PathVariable("id") String id, Parameters asked, Enquiry enquiry) {
    var account = new AccountId(Parameters.uuid("id", id));
    var asker = enquiry.asker();
    if (!asker.is(account)) {
      asker.mustAudit();
    }
    var filter = Filter.about(account);
    int limit = asked.limit();
    long upTo = asOfs.find("as_of", asked.asOf(), AUDIT).position();
    var page = trail.page(filter, questions.stretch(asked, upTo), limit, asker);
    var noted = Asked.about(account, "accounts.history", questions.recorded(asked, filter), upTo);
    recording.note(enquiry, noted);
    if (page.events().isEmpty() && trail.isEmpty(filter, upTo)) {
      throw Problem.accountUnknown();
    }
    return page;
  }
}
