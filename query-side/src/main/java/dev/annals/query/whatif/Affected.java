package dev.annals.query.whatif;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.annals.account.AccountId;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that would have gone another way.
 *
 * @param session that began with it
 * @param certain whether the log leaves no other possibility
 * @param waitUntil when at the latest the next attempt would have been looked at
 * @param nextLook what the account's next attempt that was compared turned out to be: a hint at
 *     what this one was, no proof
 */
public record Affected(
    long position,
    Instant at,
    AccountId account,
    @Nullable SessionId session,
    Was was,
    Fate wouldBe,
    boolean certain,
    @Nullable Instant waitUntil,
    @Nullable Look nextLook) {

  Affected before(Look look) {
    return new Affected(position, at, account, session, was, wouldBe, certain, waitUntil, look);
  }

  /** What came of it. */
  public enum Was {
    SIGNED_IN,
    PASSWORD_CHANGED,
    REFUSED_WAITING;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What would have come of it. */
  public enum Fate {
    REFUSED,
    /** The password would have been compared; nobody knows whether it was right. */
    LOOKED_AT;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a password was found to be. */
  public enum Look {
    RIGHT,
    WRONG;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
