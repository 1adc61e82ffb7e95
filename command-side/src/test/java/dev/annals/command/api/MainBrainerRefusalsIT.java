package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.password.PasswordHashing;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets no token of MainBrainer's kind, and learns no reason. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainBrainerRefusalsIT {
  private static final String NEXT = "nineteen purple ladders hum 43";

  private MainBrainerServer mainBrainer;
  private Annals annals;
  private Tokens administrator;
  private MainBrainerServer.Client client;

  @BeforeAll
  void start() {
    mainBrainer = new MainBrainerServer();
    annals = mainBrainer.annals();
  }

  @AfterAll
  void stop() {
    mainBrainer.close();
  }

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    client = mainBrainer.client(administrator);
  }

  private static void isIncorrect(Answer answer) {
    answer.is(401).holds("error", "error_description");
    assertThat(answer.field("error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock-account", "disable-account", "erase-account"})
  void who_is_out_gets_none(String command) {
    annals.tell(administrator, command, "account_id", client.person().account()).is(204);

    isIncorrect(mainBrainer.token(client, "Default"));
  }

  @Test
  void a_one_time_password_gets_none() {
    annals
        .tell(
            administrator,
            "reset-password",
            "account_id",
            client.person().account(),
            "one_time_password",
            NEXT)
        .is(204);

    isIncorrect(mainBrainer.token(client.person().login(), NEXT, client.privateToken(), "Default"));
  }

  @Test
  void a_private_token_that_was_rotated_or_revoked_signs_nobody_in() {
    var rotated =
        annals
            .tell(administrator, "rotate-api-key", "api_key_id", client.key(), "grace_seconds", 0)
            .is(200)
            .field("api_key");
    isIncorrect(mainBrainer.token(client, "Default"));
    var next = new MainBrainerServer.Client(client.person(), client.key(), rotated);
    mainBrainer.token(next, "Default").is(200);

    annals.tell(administrator, "revoke-api-key", "api_key_id", client.key()).is(204);
    isIncorrect(mainBrainer.token(next, "Default"));
    isIncorrect(mainBrainer.token(client, "Default"));
  }

  @Test
  void a_client_keeps_the_private_token_it_has_already() {
    var person = annals.person(administrator);
    var secret = UUID.randomUUID().toString();
    annals
        .tell(
            administrator,
            "issue-api-key",
            "account_id",
            person.account(),
            "name",
            "brought along",
            "kind",
            "private_token",
            "secret",
            secret)
        .is(201);

    mainBrainer.token(person.login(), person.password(), secret, "Default").is(200);
    var others = mainBrainer.token(person.login(), person.password(), client.privateToken(), "");
    isIncorrect(others);
  }

  @Test
  void a_wrong_user_password_or_private_token_are_one_answer_and_one_hashing() {
    var nameless = annals.person(administrator);
    var answers =
        Stream.of(
                costingOneHashing(Annals.newLogin(), Annals.PASSWORD, client.privateToken()),
                costingOneHashing("no login at all", Annals.PASSWORD, client.privateToken()),
                costingOneHashing(client.person().login(), NEXT, client.privateToken()),
                costingOneHashing(client.person().login(), NEXT, "nothing"),
                costingOneHashing(client.person().login(), Annals.PASSWORD, "nothing"),
                costingOneHashing(client.person().login(), Annals.PASSWORD, uuid()),
                costingOneHashing(nameless.login(), Annals.PASSWORD, uuid()))
            .toList();

    answers.forEach(MainBrainerRefusalsIT::isIncorrect);
    assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    assertThat(answers)
        .extracting(Answer::headerNames)
        .containsOnly(answers.getFirst().headerNames());
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private Answer costingOneHashing(String login, String password, String privateToken) {
    long before = work();
    var answer = mainBrainer.token(login, password, privateToken, "Default");
    assertThat(work()).isEqualTo(before + 1);
    return answer;
  }

  private long work() {
    return mainBrainer
        .server()
        .bean(PasswordHashing.class)
        .computationsByParameters()
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Test
  void only_the_log_tells_which_it_was() {
    long before = annals.head(administrator);
    mainBrainer.token(Annals.newLogin(), NEXT, client.privateToken(), "Default").is(401);
    mainBrainer.token(client.person().login(), NEXT, "nothing", "Default").is(401);
    mainBrainer.token(client.person().login(), Annals.PASSWORD, uuid(), "Default").is(401);

    assertThat(
            annals.log(administrator, before).stream()
                .map(event ->
                    event.required("name").asString()
                        + " "
                        + event.required("payload").path("reason").asString("")))
        .containsExactly(
            "sign_in.refused unknown_login",
            "password.rejected ",
            "sign_in.refused wrong_private_token");
  }
}
