package dev.annals.benchmarks.fault;

import java.util.Locale;

/** What can go wrong, and how often it does among the others. */
enum Kind {
  /** kill -9 of the command side, which is asked by everybody. */
  COMMAND_SIDE(10),
  /** kill -9 of one of the query sides; one of them relays to Kafka, one is fed by it. */
  QUERY_SIDE(5),
  /** kill -9 of a PostgreSQL, the log's or that of the views fed by Kafka. */
  POSTGRES(10),
  /** kill -9 of Kafka. */
  KAFKA(9),
  /** The network between processes and the log's database. */
  NETWORK(12),
  /** No room where the log's database is. */
  DISK(5),
  /** The clock of the command side. */
  CLOCK(5);

  private final int share;

  Kind(int share) {
    this.share = share;
  }

  int share() {
    return share;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
