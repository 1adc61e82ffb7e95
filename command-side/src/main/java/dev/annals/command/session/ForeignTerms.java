package dev.annals.command.session;

import dev.annals.account.Role;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Tokens of a foreign family, ready made: what they say is that family's contract and not decided.
 *
 * @param sessionExpiry when the last token that this session may ever have is over
 */
public record ForeignTerms(List<ForeignGrant> tokens, Instant sessionExpiry, Instant at)
    implements Issuance {
  public ForeignTerms {
    tokens = List.copyOf(tokens);
  }

  /** Who verifies such a token elsewhere could not tell that it is good for nothing else. */
  @Override
  public boolean letsChangePassword() {
    return false;
  }

  @Override
  public ForeignTokensIssued issue(
      Ref ref, Collection<Role> roles, boolean restricted, Instant sessionEnd) {
    return new ForeignTokensIssued(ref.session(), ref.account(), tokens, at);
  }
}
