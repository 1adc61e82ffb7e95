package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.client.ImposeServiceToken;
import dev.annals.command.client.IssuePrivateToken;
import dev.annals.command.client.SecretChoice;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.RegisterAccount;
import dev.annals.event.Circumstances;
import dev.annals.store.Criteria;
import dev.annals.store.Range;
import dev.annals.store.memory.MemoryLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretsRaceTest {
  private static final int CROWD = 50;
  private static final Circumstances SYSTEM = Circumstances.SYSTEM;

  private final MemoryLog log = new MemoryLog();

  private static AccountId account(int number) {
    return new AccountId(new UUID(0x7009, number));
  }

  private static void register(Commands commands, int number) {
    var login = new LoginIndex(Character.toString('A' + number).repeat(43));
    var _ =
        commands.send(
            new RegisterAccount(login, account(number), LOGIN, Optional.empty(), VERIFIER, NOON),
            SYSTEM);
  }

  private static List<Outcome> all(List<Commands> doors, IntFunction<Command<?, ?>> command)
      throws Exception {
    var start = new CountDownLatch(1);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, CROWD)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    start.await();
                    return doors.get(i % doors.size()).send(command.apply(i), SYSTEM);
                  }))
              .toList();
      start.countDown();
      return RacesTest.answers(waiting);
    }
  }

  private static void oneHasItAndOthersAreTold(Refusal refusal, List<Outcome> answers) {
    assertThat(answers)
        .filteredOn(
            answer -> answer instanceof Decided(Accepted _, var position) && position.isPresent())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(new Decided(Decision.refuse(refusal), OptionalLong.empty())::equals)
        .hasSize(CROWD - 1);
  }

  @Test
  void of_two_accounts_that_choose_one_secret_at_once_in_two_processes_one_has_it()
      throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      register(one.commands(), 0);
      register(one.commands(), 1);
      var answers =
          all(
              List.of(one.commands(), other.commands()),
              i -> {
                var key = ApiKeyId.of(account(i % 2), KeyKind.SERVICE_TOKEN);
                return new ImposeServiceToken(account(i % 2), key, hash('s'), NOON);
              });

      assertThat(log.read(Criteria.tag("secret:" + hash('s')), Range.after(0))).hasSize(1);
      assertThat(answers).filteredOn(SecretsRaceTest::isAccepted).hasSize(CROWD / 2);
    }
  }

  private static boolean isAccepted(Outcome outcome) {
    return outcome instanceof Decided(Accepted _, var _);
  }

  @Test
  void of_many_private_tokens_for_one_account_one_is_issued() throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      register(one.commands(), 0);
      var key = ApiKeyId.of(account(0), KeyKind.PRIVATE_TOKEN);
      var answers =
          all(
              List.of(one.commands(), other.commands()),
              i -> issue(new SecretChoice.Id(account(0), key, hash((char) ('A' + i % 26)))));

      oneHasItAndOthersAreTold(Refusal.PRIVATE_TOKEN_EXISTS, answers);
      assertThat(log.read(Criteria.tag("api-key:" + key), Range.after(0))).hasSize(1);
    }
  }

  private static IssuePrivateToken issue(SecretChoice.Id choice) {
    return new IssuePrivateToken(choice, "loyalty", Optional.empty(), NOON);
  }
}
