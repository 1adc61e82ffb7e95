package dev.annals.query.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How often something happened. What was not asked to be told apart, and what is not known, is
 * empty.
 *
 * @param at the beginning of the hour or day, UTC
 */
public record ActivityCount(
    Instant at,
    Optional<String> outcome,
    Optional<String> reason,
    Optional<String> family,
    Optional<String> addressIndex,
    Optional<UUID> account,
    long count) {}
