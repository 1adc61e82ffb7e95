package dev.annals.command.http;

import java.util.regex.Pattern;

/** Text from outside, fit to be shown: no controls, no half characters, not too long. */
final class Printable {
  private static final Pattern HARMLESS = Pattern.compile("[^A-Za-z0-9 ._-]");

  private Printable() {}

  static String cut(String text, int longest) {
    var clean = HARMLESS.matcher(text).replaceAll("?");
    return clean.substring(0, Math.min(clean.length(), longest));
  }
}
