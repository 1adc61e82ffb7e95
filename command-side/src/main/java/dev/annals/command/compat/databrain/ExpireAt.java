package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How long a rotated token stays good: despite its name {@code expireAt} is no point in time. */
final class ExpireAt {
  static final String NAME = "expireAt";

  private static final Duration LONGEST = Duration.ofDays(30);
  private static final BigDecimal MOST_SAFE = BigDecimal.valueOf((1L << 53) - 1);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,9})?");

  private ExpireAt() {}

  /** Seconds, as a number or, as Joi takes them too, as text. */
  static Duration of(JsonNode value) {
    var seconds = number(value);
    if (seconds.abs().compareTo(MOST_SAFE) > 0) {
      throw Problem.field(NAME, "must be a safe number");
    }
    if (seconds.signum() != 0 && seconds.stripTrailingZeros().scale() > 0) {
      throw Problem.field(NAME, "must be an integer");
    }
    return grace(seconds.longValue());
  }

  private static BigDecimal number(JsonNode value) {
    if (!value.isNumber() && !value.isString()) {
      throw notOne();
    }
    if (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
      throw Problem.field(NAME, "cannot be infinity");
    }
    var text = value.asString().strip();
    if (!NUMBER.matcher(text).matches()) {
      throw notOne();
    }
    try {
      return new BigDecimal(text);
    } catch (ArithmeticException | NumberFormatException _) {
      throw Problem.field(NAME, "must be a safe number");
    }
  }

  private static Duration grace(long seconds) {
    if (seconds < 0) {
      throw Problem.field(NAME, "must be greater than or equal to 0");
    }
    if (seconds > LONGEST.toSeconds()) {
      throw Problem.field(NAME, "must be less than or equal to " + LONGEST.toSeconds());
    }
    return Duration.ofSeconds(seconds);
  }

  private static Problem notOne() {
    return Problem.field(NAME, "must be a number");
  }
}
