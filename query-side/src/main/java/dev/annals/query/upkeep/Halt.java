package dev.annals.query.upkeep;

/** What keeps a view from reading on until somebody mends it; says what, and no secret. */
abstract sealed class Halt extends Exception permits Unappliable, OtherLog {
  private static final long serialVersionUID = 1L;

  private final String why;

  Halt(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
