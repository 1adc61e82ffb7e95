package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.Jws;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.SigningKey;
import dev.annals.crypto.VerificationKey;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Access tokens of our own API: {@code at+jwt} (RFC 9068). A grant gives the same bytes whenever it
 * is asked, so that a token can be proved to be, or not to be, one that the log knows.
 */
public final class AccessToken {
  private static final String TYPE = "at+jwt";

  private AccessToken() {}

  public static String issue(
      SigningKey key, AccessGrant grant, AccountId account, SessionId session) {
    if (!key.kid().equals(grant.kid())) {
      throw new IllegalArgumentException("the grant names another signing key");
    }
    return Jws.sign(key, TYPE, AccessPayload.write(new AccessClaims(grant, account, session)));
  }

  /** What the token says, if it is one of ours, of whatever time and for whomever it was. */
  public static Optional<AccessClaims> recognise(
      String compact, Function<KeyId, Optional<VerificationKey>> keys) {
    return Jws.verify(compact, keys)
        .filter(jws -> isAccessToken(jws.typ()))
        .flatMap(jws -> AccessPayload.read(jws.payload(), jws.kid()));
  }

  /** Media types are compared without regard to case (RFC 7515, section 4.1.9). */
  private static boolean isAccessToken(String typ) {
    return typ.equalsIgnoreCase(TYPE) || typ.equalsIgnoreCase("application/" + TYPE);
  }
}
