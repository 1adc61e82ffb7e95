package dev.annals.command.compat.mainbrainer;

import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import java.util.Optional;

/**
 * Whose token it is.
 *
 * @param number what MainBrainer's clients know an account by
 * @param shortName what stands before the {@code @} of the login
 * @param name what to call the person
 */
record Holder(long number, String login, String shortName, String name) {
  static Holder of(long number, Login login, Optional<DisplayName> name) {
    var shortName = login.localPart();
    return new Holder(
        number, login.value(), shortName, name.map(DisplayName::value).orElse(shortName));
  }

  /** Masked: personal data has no business in a log line. */
  @Override
  public String toString() {
    return "Holder[" + number + "]";
  }
}
