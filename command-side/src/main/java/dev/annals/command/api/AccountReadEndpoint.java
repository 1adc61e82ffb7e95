package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.history.Histories;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows an account, where no query side runs in the same process that shows more of it. */
@RestController
@ConditionalOnMissingClass("dev.annals.query.AnnalsQuerySide")
final class AccountReadEndpoint {
  private static final Pattern UUID_SHAPE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final AccountLookup accounts;
  private final Histories histories;
  private final Readings readings;

  AccountReadEndpoint(AccountLookup accounts, Histories histories, Readings readings) {
    this.accounts = accounts;
    this.histories = histories;
    this.readings = readings;
  }

  @GetMapping("/v1/accounts/{id}")
  AccountLookup.View show(@PathVariable("id") String id, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    var account = accountId(id);
    readings.of(account, exchange.by(caller), histories.head());
    return accounts.view(account);
  }

  private static AccountId accountId(String text) {
    return Optional.of(text)
        .filter(UUID_SHAPE.asMatchPredicate())
        .map(AccountId::parse)
        .orElseThrow(() -> Problem.field("id", "must be a UUID"));
  }
}
