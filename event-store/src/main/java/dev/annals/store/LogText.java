package dev.annals.store;

/** Text that names things in the log: printable, well-formed, short. */
final class LogText {
  private static final int LONGEST = 1024;

  private LogText() {}

  /** Throws unless {@code text} is fit for the log. */
  static void require(String what, String text) {
    var _ = measure(what, text);
  }

  /** The number of bytes {@code text} takes in UTF-8, once it is known to be fit for the log. */
  static int measure(String what, String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isISOControl(unit)) {
        throw new IllegalArgumentException(what + " holds a control character");
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw new IllegalArgumentException(what + " holds half a surrogate pair");
      } else {
        bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      }
    }
    if (bytes == 0 || bytes > LONGEST) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + LONGEST + " bytes, not " + bytes);
    }
    return bytes;
  }
}
