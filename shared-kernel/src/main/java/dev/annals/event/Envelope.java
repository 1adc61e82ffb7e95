package dev.annals.event;

import java.util.UUID;

/**
 * A fact as the log holds it.
 *
 * @param position gapless, from 1; the order of everything
 */
public record Envelope(long position, UUID id, Circumstances circumstances, Event event) {}
