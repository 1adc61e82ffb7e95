package dev.annals.query.asof;

import dev.annals.query.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** The moment that an answer is about. */
public sealed interface AsOf {
  /** Whatever has been read by now. */
  record Now() implements AsOf {}

  /** Right after the event at this position; 0 is before everything. */
  record Position(long value) implements AsOf {}

  /** Before the first event that happened later than this; one to come means now. */
  record Moment(Instant value) implements AsOf {}

  /**
   * Reads a position, or an instant with an offset (RFC 3339, section 5.6).
   *
   * @param field which parameter it is, for whoever is told that it is not right
   */
  static AsOf parse(String field, String text) {
    return Form.POSITION.matcher(text).matches()
        ? new Position(position(field, text))
        : new Moment(moment(field, text));
  }

  /** The shapes of both. */
  final class Form {
    private static final Pattern POSITION = Pattern.compile("[0-9]+");
    private static final Pattern INSTANT =
        Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
                + "(Z|[-+ ][0-9]{2}:[0-9]{2})");
    private static final int LONGEST_POSITION = 18;
    private static final String EXPECTED =
        "must be a position, or an instant such as 2030-01-31T12:00:00Z or"
            + " 2030-01-31T13:00:00+01:00";

    private static final String NO_SUCH_SECOND =
        "must name a second from 00 to 59; leap seconds are not told apart";

    private Form() {}
  }

  private static long position(String field, String text) {
    if (text.length() > Form.LONGEST_POSITION) {
      throw Problem.field(field, "lies after the last position");
    }
    return Long.parseLong(text);
  }

  /** In a query, a plus that nobody encoded arrives as a space. */
  private static Instant moment(String field, String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    if (!Form.INSTANT.matcher(upper).matches()) {
      throw Problem.field(field, Form.EXPECTED);
    }
    try {
      var instant = OffsetDateTime.parse(upper.replace(' ', '+')).toInstant();
      return checked(field, instant).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException _) {
      throw Problem.field(field, upper.contains(":60") ? Form.NO_SUCH_SECOND : Form.EXPECTED);
    }
  }

  private static Instant checked(String field, Instant instant) {
    if (instant.isBefore(Instant.EPOCH)) {
      throw Problem.field(field, "must not be before 1970");
    }
    return instant;
  }
}
