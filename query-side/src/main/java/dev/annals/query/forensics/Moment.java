package dev.annals.query.forensics;

import java.time.Instant;

/**
 * A moment of the past, or now.
 *
 * @param position the last one that counts
 * @param at by when what expires has expired
 */
public record Moment(long position, Instant at) {}
