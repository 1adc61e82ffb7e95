package dev.annals.standalone.fault.client;

import java.util.Locale;

/**
 * One sending of one request, as its correlation id says in the log.
 *
 * @param operation the same for all sendings under one Idempotency-Key
 * @param once whether there is such a key
 */
public record Attempt(String operation, int number, Wish wish, boolean once) {
  /** Questions have correlation ids too. */
  public static boolean isOne(String correlation) {
    return correlation.matches("[a-z0-9]+\\.\\d+:\\d+:[a-z_]+:(once|plain)");
  }

  public static Attempt parse(String correlation) {
    var parts = correlation.split(":", -1);
    return new Attempt(
        parts[0],
        Integer.parseInt(parts[1]),
        Wish.valueOf(parts[2].toUpperCase(Locale.ROOT)),
        parts[3].equals("once"));
  }

  public String correlation() {
    return "%s:%d:%s:%s".formatted(operation, number, wish.word(), once ? "once" : "plain");
  }

  public Attempt again() {
    return new Attempt(operation, number + 1, wish, once);
  }
}
