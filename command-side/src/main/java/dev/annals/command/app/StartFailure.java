package dev.annals.command.app;

import dev.annals.crypto.WrongKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why a start stopped, where a stack trace would help nobody. */
final class StartFailure implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongKey) {
        return new FailureAnalysis(
            "The key-encryption key is not this log's: " + cause.getMessage(),
            "Start with the key that the log is sealed under (annals.kek or annals.kek-file); where another one is to take over, see docs/operations.md.",
            failure);
      }
      if (cause instanceof BadStart) {
        return new FailureAnalysis(cause.getMessage(), "See the README for the settings.", failure);
      }
    }
    return null;
  }
}
