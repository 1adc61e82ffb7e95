package dev.annals.command.http;

/**
 * What a request may bring.
 *
 * @param longestBody in bytes
 */
public record Limits(int longestBody) {
  public static final Limits USUAL = new Limits(64 * 1024);
}
