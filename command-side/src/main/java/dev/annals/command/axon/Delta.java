package dev.annals.command.axon;

import dev.annals.event.Event;
import java.util.List;

/**
 * Events after some position.
 *
 * @param last position of the last of them, or that position if there is none
 * @param upTo they are complete up to this position
 */
record Delta(List<Event> events, long last, long upTo) {}
