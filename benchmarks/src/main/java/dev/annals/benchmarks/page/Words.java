package dev.annals.benchmarks.page;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** Figures in words that are the same on every machine. */
public final class Words {
  private Words() {}

  @FormatMethod
  public static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
