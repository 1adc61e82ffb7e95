package dev.annals.query.audit;

import org.jspecify.annotations.Nullable;

/** What one field was before an event and after it; null is nothing, or what was forgotten. */
public record Change(String field, @Nullable Object before, @Nullable Object after) {
  /** Masked: what changed may be personal. */
  @Override
  public String toString() {
    return "Change[" + field + "]";
  }
}
