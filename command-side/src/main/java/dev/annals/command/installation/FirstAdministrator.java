package dev.annals.command.installation;

import dev.annals.account.Login;
import dev.annals.command.decision.Commands;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Registrar.Applicant;
import dev.annals.command.password.Password;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import java.util.Optional;

/** Appoints the first administrator, and says once how to sign in. */
public final class FirstAdministrator {
  private final Founding founding;
  private final Registrar registrar;
  private final Commands commands;
  private final Randomness randomness;

  public FirstAdministrator(
      Founding founding, Registrar registrar, Commands commands, Randomness randomness) {
    this.founding = founding;
    this.registrar = registrar;
    this.commands = commands;
    this.randomness = randomness;
  }

  /**
   * Appoints, unless that has happened. Nobody may have a login before this.
   *
   * @param given the password to use; without one, one is generated
   * @return what to show, once, when a password was generated
   */
  public Optional<String> appoint(Login login, Optional<String> given) {
    if (founding.current().administrator().isPresent()) {
      return Optional.empty();
    }
    var password = given.orElseGet(randomness::password);
    var applicant = new Applicant(login, new Password(password), Optional.empty());
    var registration = registrar.register(applicant);
    var _ = commands.send(new AppointAdministrator(registration), Circumstances.SYSTEM);
    var appointed = founding.current().administrator().orElseThrow();
    return given.isEmpty() && appointed.account().equals(registration.account())
        ? Optional.of(announcement(login, password))
        : Optional.empty();
  }

  private static String announcement(Login login, String password) {
    return """

    First start. The administrator's password is shown this once:

        login     %s
        password  %s
    """
        .formatted(login.value(), password);
  }
}
