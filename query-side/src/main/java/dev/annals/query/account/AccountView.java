package dev.annals.query.account;

import dev.annals.query.view.View;

/** What was known of every account at every moment: the credential view. */
public final class AccountView implements View {
  public static final String NAME = "account";
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
    return AccountShape.TABLE + SignInShape.TABLE + KeyShape.TABLE + SubjectShape.TABLE;
  }

  /** Those on positions are for the audit trail, which asks what an event has changed. */
  @Override
  public String indexes() {
    return """
    create index account_by_position on account (from_position);
    create index sign_in_by_position on sign_in (from_position);
    create index api_key_by_position on api_key (from_position);
    create index federated_subject_by_position on federated_subject (from_position);
    create index api_key_by_account on api_key (account, from_position);
    create index federated_subject_by_account on federated_subject (account, from_position);
    """;
  }

  @Override
  public Filling open() {
    return new AccountFilling();
  }
}
