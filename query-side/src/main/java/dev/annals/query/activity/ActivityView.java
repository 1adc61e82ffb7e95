package dev.annals.query.activity;

import dev.annals.query.view.View;

/** How often what happened in each hour, by family, address and account. */
public final class ActivityView implements View {
  public static final String NAME = "activity";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String tables() {
    return """
    create table activity (
      hour timestamptz not null,
      outcome text collate "C" not null,
      reason text collate "C",
      family text collate "C" not null,
      address_index text collate "C",
      account uuid,
      count bigint not null
    ) with (fillfactor = 80);
    create unique index activity_cell
      on activity (hour, outcome, reason, family, address_index, account) nulls not distinct;
    create table signed_in (
      one boolean primary key default true check (one),
      session uuid not null
    );
    comment on table signed_in is
      'The session that began last: its first tokens are part of the sign-in.'
    """;
  }

  @Override
  public String indexes() {
    return "";
  }

  @Override
  public Filling open() {
    return new Counting();
  }
}
