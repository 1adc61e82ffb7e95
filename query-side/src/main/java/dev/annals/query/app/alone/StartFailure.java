package dev.annals.query.app.alone;

import dev.annals.crypto.WrongKey;
import dev.annals.store.LogUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why a start stopped, where a stack trace would help nobody. */
final class StartFailure implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case WrongKey wrong -> {
          return told("The key-encryption key is not this log's: " + wrong.getMessage(), failure);
        }
        case BadStart bad -> {
          return told(String.valueOf(bad.getMessage()), failure);
        }
        case LogUnavailable away -> {
          return told("The log: " + away.getMessage(), failure);
        }
        default -> {}
      }
    }
    return null;
  }

  private static FailureAnalysis told(String what, Throwable failure) {
    return new FailureAnalysis(what, "See the README for the settings.", failure);
  }
}
