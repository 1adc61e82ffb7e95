package dev.annals.command.throttle;

/** What becomes of a refusal in the log. */
public enum Verdict {
  /** An event of its own. */
  RECORD,
  /** One more in the event that counts them. */
  COUNT
}
