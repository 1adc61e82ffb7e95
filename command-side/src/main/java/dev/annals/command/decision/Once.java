package dev.annals.command.decision;

import dev.annals.request.RequestEvent.CommandAnswered;
import java.util.function.Function;

/**
 * Makes a command happen once however often it is sent: its answer is recorded in the very append
 * that carries its events.
 *
 * @param key the keyed hash under which the answer is remembered
 * @param remember what to remember of a decision
 */
public record Once(String key, Function<Decision, CommandAnswered> remember) {}
