package dev.annals.command.axon;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Once;
import dev.annals.event.Circumstances;
import java.util.Optional;

/** What travels over the bus: a command with its circumstances. */
record Wish(Command<?, ?> command, Circumstances circumstances, Optional<Once> once) {}
