package dev.annals.query.account;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealing;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.Views;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * An account at any moment, for auditors and for whose it is. Saying what it produces, which the
 * command side's endpoint at the same address does not, makes it the one that answers beside it.
 */
@RestController
final class AccountStateEndpoint {
  private static final Set<String> VIEWS = Set.of("audit", "account");

  private final Views views;
  private final AsOfs asOfs;
  private final Recording recording;
  private final Sealing sealing;

  AccountStateEndpoint(Views views, AsOfs asOfs, Recording recording, Sealing sealing) {
    this.views = views;
    this.asOfs = asOfs;
    this.recording = recording;
    this.sealing = sealing;
  }

  @GetMapping(path = "/v1/accounts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Asks(
      who = Who.ANYONE,
      parameters = "as_of",
      views = {"audit", "account"})
  AccountShown show(@PathVariable("id") String id, Parameters asked, Enquiry enquiry) {
    var account = new AccountId(Parameters.uuid("id", id));
    if (!enquiry.asker().is(account)) {
      enquiry.asker().mustAudit();
    }
    var moment = asOfs.find("as_of", asked.asOf(), VIEWS);
    var found =
        views.ask(connection ->
            new AccountsAt(connection, views.schema("account")).find(account, moment.position()));
    var filters = asked.recorded(Map.of());
    recording.note(enquiry, Asked.about(account, "accounts.one", filters, moment.position()));
    return found
        .map(picture -> AccountShown.of(picture, moment, sealing))
        .orElseThrow(Problem::accountUnknown);
  }
}
