package dev.annals.query.trail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front: user agents and names are chosen by strangers. Who wants the text to
 * the letter asks for JSON.
 */
final class CsvText {
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}].*",
          Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("[^\",\\r\\n]*");

  private CsvText() {}

  static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    if (value instanceof String && FORMULA.matcher(text).matches()) {
      text = "'" + text;
    }
    return PLAIN.matcher(text).matches() && text.strip().length() == text.length()
        ? text
        : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
