package dev.annals.query.making;

import dev.annals.history.Sessions.Ref;
import dev.annals.session.TokenId;
import java.util.Optional;

/** Finds the session that a token was issued in, when there is nothing to go by but its id. */
public interface TokenFinder {
  /** Empty for a token that no session was ever given. */
  Optional<Ref> find(TokenId jti);
}
