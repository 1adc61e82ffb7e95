package dev.annals.command.decision;

/**
 * A wish that carries its own rule: {@link #decide} is pure, total and fast.
 *
 * @param <I> what the state is found by
 * @param <S> the state it is decided on
 */
public interface Command<I, S> {
  I target();

  Decision decide(S state);
}
