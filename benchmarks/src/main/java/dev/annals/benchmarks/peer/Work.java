package dev.annals.benchmarks.peer;

import java.util.Locale;

/** What is asked of both, over HTTP. */
public enum Work {
  SIGN_IN("password sign-in"),
  REFRESH("refresh with rotation"),
  INTROSPECTION("introspection"),
  USERINFO("userinfo");

  private final String title;

  Work(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** How it is called on the command line, and in the names of files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
