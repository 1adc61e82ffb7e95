package dev.annals.standalone;

/** A name and a password at the database. */
record Login(String name, String password) {

  /** May change the tables; used for migrations only. */
  static final String OWNER = "annals_owner";

  /** May read the log and append to it. */
  static final String APPLICATION = "annals";

  /** Owns the views and nothing else. */
  static final String VIEWS = "annals_views";

  @Override
  public String toString() {
    return "Login[name=%s]".formatted(name);
  }
}
