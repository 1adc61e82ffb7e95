package dev.annals.command.axon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits, and lets the failure itself through instead of its wrapping. */
final class Awaited {
  private Awaited() {}

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
