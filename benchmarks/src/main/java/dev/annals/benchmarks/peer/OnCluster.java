package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.machine.Postmaster;
import java.io.IOException;

/** Whose PostgreSQL is a cluster that we have made for it. */
interface OnCluster extends Contender {
  /** The server that holds all its data. */
  Cluster cluster();

  @Override
  default Postmaster postmaster() throws IOException {
    return cluster().postmaster();
  }

  @Override
  default String settings() throws IOException {
    return cluster().settings();
  }

  @Override
  default void settle() throws IOException {
    cluster().execute("postgres", "checkpoint");
  }
}
