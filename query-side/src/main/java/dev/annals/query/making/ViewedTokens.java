package dev.annals.query.making;

import dev.annals.history.Sessions.Ref;
import dev.annals.query.session.SessionsAt;
import dev.annals.query.token.TokensAt;
import dev.annals.query.upkeep.Views;
import dev.annals.session.TokenId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Finds the sessions of tokens in the session view. */
public final class ViewedTokens implements TokenFinder {
  private static final String VIEW = "session";

  private final Views views;

  public ViewedTokens(Views views) {
    this.views = views;
  }

  @Override
  public Optional<Ref> find(TokenId jti) {
    return views.ask(connection -> find(connection, jti));
  }

  private Optional<Ref> find(Connection connection, TokenId jti) throws SQLException {
    var schema = views.schema(VIEW);
    var token = new TokensAt(connection, schema).find(jti, Long.MAX_VALUE);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    return new SessionsAt(connection, schema)
        .find(token.get().session(), Long.MAX_VALUE)
        .map(session -> new Ref(session.session(), session.account()));
  }
}
