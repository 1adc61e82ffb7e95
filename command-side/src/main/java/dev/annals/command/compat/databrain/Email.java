package dev.annals.command.compat.databrain;

import dev.annals.account.Login;
import java.util.regex.Pattern;

/** What passes for an e-mail address: one that can be a login, with two domain segments or more. */
final class Email {
  private static final int LONGEST = 254;
  private static final String ATOM = "[^\\s@.,:;<>()\\[\\]\\\\\"]++";
  private static final String LABEL = "[\\p{L}\\p{N}\\p{M}-]++";
  private static final Pattern SHAPE =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@" + LABEL + "(?:\\." + LABEL + ")++");
  private static final Pattern LOOSE_HYPHEN = Pattern.compile("@-|\\.-|-\\.|-$");

  private Email() {}

  static boolean isOne(String text) {
    return text.length() <= LONGEST
        && SHAPE.matcher(text).matches()
        && !LOOSE_HYPHEN.matcher(text.substring(text.indexOf('@'))).find()
        && isLogin(text);
  }

  private static boolean isLogin(String text) {
    try {
      return !new Login(text).value().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Of the address as it is known here, whatever letters it was typed in. */
  static String domain(String email) {
    var login = new Login(email).value();
    return login.substring(login.indexOf('@') + 1);
  }
}
