package dev.annals.query.making;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the making of a token was found to be. */
public enum Making {
  /** Issued here: the log knows it to the byte. */
  OURS,
  /** The same, or claimed to be, under a key that has been retired since. */
  SIGNED_BY_RETIRED_KEY,
  /** A good signature by a key of ours over something that the log does not know. */
  SIGNED_BUT_NEVER_ISSUED,
  /** One that was issued here, changed afterwards. */
  ALTERED,
  /** Made by somebody else to look like one of ours, or for another installation. */
  FORGED,
  /** Nothing that could be anybody's token. */
  UNREADABLE,
  /** Of the right shape, and of no meaning here. */
  UNKNOWN,
  /** An id alone was asked about, and a token with it was issued. */
  ISSUED,
  /** An id alone was asked about, and no token with it was issued. */
  NEVER_ISSUED;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
