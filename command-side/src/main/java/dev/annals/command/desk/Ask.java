package dev.annals.command.desk;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import java.util.function.Function;

/** A command, and how its decision is answered. */
public record Ask(Command<?, ?> command, Function<Decision, Reply> render) {}
