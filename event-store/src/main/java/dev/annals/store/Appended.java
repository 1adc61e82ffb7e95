package dev.annals.store;

/** Where the events of an append are now, for ever. */
public record Appended(long first, long last) {}
