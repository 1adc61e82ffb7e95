package dev.annals.store.fold;

/** A state, and the position up to which history is folded into it. */
public record Folded<S>(S state, long position) {
  static <S> Folded<S> later(Folded<S> one, Folded<S> other) {
    return one.position() >= other.position() ? one : other;
  }
}
