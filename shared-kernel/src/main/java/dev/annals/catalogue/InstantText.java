package dev.annals.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads instants as this codec writes them, digit by digit: an event holds several, and the general
 * parser takes longer for one than all the rest of the event does. Whatever is written otherwise is
 * left to that one.
 */
final class InstantText extends StdDeserializer<Instant> {
  private static final int SHORTEST = "2026-01-01T00:00:00Z".length();
  private static final int LONGEST = "2026-01-01T00:00:00.123456789Z".length();
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_A_DAY = 86_400;

  InstantText() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser json, DeserializationContext context) {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      var instant = parse(json.getString());
      if (instant != null) {
        return instant;
      }
    }
    return InstantDeserializer.INSTANT.deserialize(json, context);
  }

  /** Null for whatever is not of the usual form. */
  static @Nullable Instant parse(String text) {
    int length = text.length();
    if (length < SHORTEST || length > LONGEST || !isFramed(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int time = time(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    int nanos = length == SHORTEST ? 0 : nanos(text, length - 1);
    if ((year | month | day | time | nanos) < 0) {
      return null;
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return Instant.ofEpochSecond(days * SECONDS_A_DAY + time, nanos);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static boolean isFramed(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(text.length() - 1) == 'Z';
  }

  private static int time(int hour, int minute, int second) {
    return (hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59
        ? -1
        : (hour * 60 + minute) * 60 + second;
  }

  private static int nanos(String text, int end) {
    int begin = SHORTEST;
    if (text.charAt(begin - 1) != '.' || end == begin) {
      return -1;
    }
    int nanos = number(text, begin, end);
    for (int digits = end - begin; nanos > 0 && digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** -1 unless all of it is digits. */
  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
