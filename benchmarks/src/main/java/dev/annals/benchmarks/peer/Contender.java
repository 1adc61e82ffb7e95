package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.machine.Postmaster;
import java.io.IOException;
import java.util.Map;

/** A service that is measured, with a database of its own. */
public interface Contender extends AutoCloseable {
  /** How the tables call it. */
  String name();

  /** Starts it, and returns when it has answered a first request. */
  Service start() throws IOException, InterruptedException;

  /** The process of its PostgreSQL; to be asked while the service runs. */
  Postmaster postmaster() throws IOException;

  /** Its database's version and settings; to be asked while the service runs. */
  String settings() throws IOException;

  /** Makes accounts, and sessions for all kinds of work; to be called once. */
  Map<Work, Asked> prepare(Service service) throws IOException, InterruptedException;

  /** Lets the database write what it has put off, so that it does not do so in another's turn. */
  void settle() throws IOException;

  @Override
  void close() throws IOException;
}
