package dev.annals.command.decision;

import dev.annals.request.RequestEvent.CommandAnswered;
import java.util.OptionalLong;

/** What became of a command that was sent. */
public sealed interface Outcome {
  /**
   * It was decided, and what it recorded is durable.
   *
   * @param position of the last event written; empty if there was none
   */
  record Decided(Decision decision, OptionalLong position) implements Outcome {}

  /** The same request was answered before; nothing was decided or written now. */
  record Remembered(CommandAnswered answer, long position) implements Outcome {}
}
