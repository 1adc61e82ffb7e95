package dev.annals.store.fold;

import dev.annals.event.Event;
import java.util.List;

/**
 * Events after some position.
 *
 * @param last position of the last of them, or that position if there is none
 * @param upTo they are complete up to this position
 */
public record Delta(List<Event> events, long last, long upTo) {}
