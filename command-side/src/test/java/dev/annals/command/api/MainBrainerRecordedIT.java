package dev.annals.command.api;

import dev.annals.command.compat.Recorded;
import dev.annals.command.compat.Replayed;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of MainBrainer's API, and what we decided where nothing is. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainBrainerRecordedIT {
  private MainBrainerServer mainBrainer;
  private Replayed replayed;

  @BeforeAll
  void start() {
    mainBrainer = new MainBrainerServer();
    var annals = mainBrainer.annals();
    var administrator = annals.administrator();
    var login = Annals.newLogin();
    var registered =
        annals.tell(
            administrator,
            "register",
            "login",
            login,
            "password",
            Annals.PASSWORD,
            "display_name",
            "Tom");
    var person = new Annals.Person(registered.is(201).field("account_id"), login, Annals.PASSWORD);
    replayed = new Replayed(mainBrainer.server().uri());
    replayed.set("login", login);
    replayed.set("password", Annals.PASSWORD);
    replayed.set("privateToken", mainBrainer.client(administrator, person).privateToken());
  }

  @AfterAll
  void stop() {
    mainBrainer.close();
  }

  static List<Recorded> exchanges() {
    return Recorded.in("mainbrainer/token.http");
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void it_answers_as_recorded(Recorded exchange) {
    replayed.play(exchange);
  }
}
