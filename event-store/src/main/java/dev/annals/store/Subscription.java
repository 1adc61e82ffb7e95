package dev.annals.store;

/** That somebody is told how the log grows, for as long as this is not closed. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
