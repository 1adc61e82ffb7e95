package dev.annals.command.compat.datarhei;

import dev.annals.account.Login;
import dev.annals.check.ForeignCheck.Good;
import dev.annals.check.ForeignTokens;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Accounts;
import dev.annals.command.gate.Vault;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SignInMethod;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who a token is to say it is for. */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class Subjects {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Histories histories;
  private final Vault vault;
  private final ForeignTokens tokens;

  Subjects(Histories histories, Vault vault, ForeignTokens tokens) {
    this.tokens = tokens;
    this.histories = histories;
    this.vault = vault;
  }

  /** The login, normalised; nobody's once the person is forgotten. */
  String of(Registered known) {
    return vault.login(known.profile()).map(Login::value).orElseThrow(CoreProblems::noToken);
  }

  /**
   * What the refresh token says where another issuer names people; else the login of this moment,
   * for the one in an older token may be somebody else's by now.
   */
  String of(Good shown) {
    if (isFederated(shown)) {
      return said(shown).orElseThrow(CoreProblems::noToken);
    }
    if (histories.current(Accounts.STREAM, shown.ref().account()) instanceof Registered known) {
      return of(known);
    }
    throw CoreProblems.noToken();
  }

  private boolean isFederated(Good shown) {
    return histories.events(Sessions.beginning(shown.ref().session())).stream()
        .anyMatch(recorded ->
            recorded.event() instanceof SessionStarted started
                && started.method() == SignInMethod.FEDERATED);
  }

  private Optional<String> said(Good shown) {
    return tokens.payload(shown.grant()).map(text -> JSON.readTree(text).path("sub").asString(""));
  }
}
