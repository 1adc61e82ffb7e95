package dev.annals.query.whatif;

/** How sure the log makes us. */
enum Certainty {
  YES,
  MAYBE,
  NO
}
