package dev.annals.query.forensics;

import java.time.Instant;

/** A moment of the past, or now: what had happened by then, and what the clock said. */
public record Moment(long position, Instant at) {}
