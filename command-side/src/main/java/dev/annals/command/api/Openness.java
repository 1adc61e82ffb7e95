package dev.annals.command.api;

/**
 * What strangers may do.
 *
 * @param registration whether anyone may open an account
 */
public record Openness(boolean registration) {}
