package dev.annals.command.password;

import java.util.List;
import java.util.Set;

/** Which passwords may be chosen. It is asked when one is set, never when one is compared. */
public sealed interface PasswordPolicy permits Nist, Composition {

  /** The fewest code points. */
  int minLength();

  /**
   * Everything that speaks against a password; nothing, if it may be used.
   *
   * @param contextWords what others know: the login, the e-mail address, the display name
   */
  List<Violation> check(Password password, Set<String> contextWords);
}
