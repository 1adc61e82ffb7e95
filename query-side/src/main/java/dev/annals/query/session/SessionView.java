package dev.annals.query.session;

import dev.annals.query.view.View;

/** Every session and every token that there ever was. */
public final class SessionView implements View {
  public static final String NAME = "session";
  private static final int VERSION = 1;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public String tables() {
    return SessionTable.TABLE + TokenTable.TABLE + Clock.TABLE;
  }

  @Override
  public String indexes() {
    return SessionTable.INDEXES;
  }

  @Override
  public Filling open() {
    return new SessionFilling();
  }
}
