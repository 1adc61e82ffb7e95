package dev.annals.query.app;

import dev.annals.query.account.AccountView;
import dev.annals.query.activity.ActivityView;
import dev.annals.query.audit.AuditView;
import dev.annals.query.session.SessionView;
import dev.annals.query.view.View;
import java.util.List;

/** All that is kept of the log for those who ask. */
public final class EveryView {
  private EveryView() {}

  /** Each with nothing in memory yet. */
  public static List<View> all() {
    return List.of(new AuditView(), new AccountView(), new SessionView(), new ActivityView());
  }
}
