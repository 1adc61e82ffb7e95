package dev.annals.command.decision;

import dev.annals.event.Circumstances;
import java.util.Optional;

/**
 * The door through which every wish enters. A race that was lost is decided anew on what the winner
 * left; the answer comes when everything it recorded is durable.
 */
public interface Commands {
  Outcome send(Command<?, ?> command, Circumstances circumstances, Optional<Once> once);

  default Outcome send(Command<?, ?> command, Circumstances circumstances) {
    return send(command, circumstances, Optional.empty());
  }
}
