package dev.annals.command.installation;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.command.decision.Scenario;
import dev.annals.command.login.RegisterAccount;
import dev.annals.crypto.Sealed;
import dev.annals.history.Facts;
import dev.annals.history.Installation;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationId;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InstallationCommandTest {
  private static final InstallationFounded FOUNDED =
      new InstallationFounded(new InstallationId(new UUID(0x7000, 9)), new Sealed("kek/AA"), NOON);
  private static final RegisterAccount REGISTER =
      new RegisterAccount(ADAS, ADA, LOGIN, Optional.empty(), VERIFIER, NOON);
  private static final AdministratorAppointed APPOINTED = new AdministratorAppointed(ADA, NOON);
  private static final RefusalsCounted COUNTED =
      new RefusalsCounted(RefusalReason.THROTTLED, 7, NOON, LATER);

  private final Scenario<Installation.Id, Installation> nothing =
      Scenario.of(Installation.STREAM, Installation.Id.THIS);

  @Test
  void an_installation_is_founded_once() {
    nothing.when(new FoundInstallation(FOUNDED)).thenAccepted(FOUNDED);
    nothing.given(FOUNDED, APPOINTED).when(new FoundInstallation(FOUNDED)).thenAccepted();
  }

  @Test
  void the_first_administrator_is_registered_and_may_administer_and_audit() {
    nothing
        .given(FOUNDED)
        .when(new AppointAdministrator(REGISTER))
        .thenAccepted(
            registered(ADA, ADAS),
            PASSWORD,
            new RoleGranted(ADA, Role.ADMIN, NOON),
            new RoleGranted(ADA, Role.AUDITOR, NOON),
            APPOINTED);
  }

  @Test
  void there_is_one_first_administrator() {
    nothing.given(APPOINTED, FOUNDED).when(new AppointAdministrator(REGISTER)).thenAccepted();
  }

  @Test
  void what_was_counted_is_written_down_as_it_is() {
    var unknown = new RefusalsCounted(RefusalReason.UNKNOWN_LOGIN, 2, NOON, LATER);

    nothing.when(new NoteRefusals(List.of(COUNTED, unknown))).thenAccepted(COUNTED, unknown);
  }

  @Test
  void a_decision_on_the_installation_rests_on_what_happened_to_it_as_a_whole() {
    assertThat(Installation.STREAM.facts().apply(Installation.Id.THIS))
        .containsExactly(Facts.tagged("installation:annals"));
  }
}
