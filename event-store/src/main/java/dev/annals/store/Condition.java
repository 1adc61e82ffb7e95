package dev.annals.store;

/** What must not have happened for an append to be accepted. */
public sealed interface Condition {
  /** Append whatever happened. */
  Condition NONE = new Unconditional();

  /** Append only if no event matching {@code criteria} was stored after {@code position}. */
  static Condition nothing(Criteria criteria, long position) {
    return new NothingSince(criteria, position);
  }

  /** Always holds. */
  record Unconditional() implements Condition {}

  /** Holds while the log has no matching event after {@code position}. */
  record NothingSince(Criteria criteria, long position) implements Condition {}
}
