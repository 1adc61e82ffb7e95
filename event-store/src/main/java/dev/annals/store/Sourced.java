package dev.annals.store;

import java.util.List;

/**
 * What a decision may rest on.
 *
 * @param upTo the answer is complete up to this position: the one to condition an append on
 */
public record Sourced(List<StoredEvent> events, long upTo) {}
