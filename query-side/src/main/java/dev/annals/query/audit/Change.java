package dev.annals.query.audit;

import org.jspecify.annotations.Nullable;

/**
 * What one field was before an event and after it; null is nothing, or what was forgotten.
 *
 * @param kind of thing, such as {@code account}
 * @param id of the thing, where it has one to show
 */
public record Change(
    String kind,
    @Nullable String id,
    String field,
    @Nullable Object before,
    @Nullable Object after) {
  /** Masked: what changed may be personal. */
  @Override
  public String toString() {
    return "Change[" + kind + " " + field + "]";
  }
}
