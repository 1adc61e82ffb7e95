package dev.annals.query.whatif;

/** What an attempt does to the count of wrong passwords, once it is looked at. */
enum Effect {
  /** The password was right. */
  FORGIVES,
  /** The password was wrong. */
  COUNTS,
  /** Nobody compared the password. */
  FORGIVES_OR_COUNTS,
  /** Nobody compared the password, and even the right one would have been refused. */
  COUNTS_OR_NOT
}
