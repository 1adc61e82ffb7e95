package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.FOREIGN;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.command.company.FoundCompany;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.ForeignTerms;
import dev.annals.event.Circumstances;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.store.Criteria;
import dev.annals.store.Range;
import dev.annals.store.memory.MemoryLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanyRaceTest {
  private static final int CROWD = 50;

  private final MemoryLog log = new MemoryLog();

  private static FoundCompany found(int number) {
    var login = new LoginIndex("%043d".formatted(number));
    var account = new AccountId(new UUID(0x7009, number));
    var beginning =
        new Beginning(
            new SessionId(new UUID(0x700a, number)),
            new Family("databrain"),
            SignInMethod.PASSWORD,
            new ForeignTerms(List.of(FOREIGN), LATER, NOON));
    return new FoundCompany(
        new RegisterAccount(login, account, LOGIN, Optional.empty(), VERIFIER, NOON),
        sealed("company"),
        new Role("databrain.admin"),
        beginning);
  }

  @Test
  void of_many_who_found_the_company_in_two_processes_one_does_and_the_others_leave_nothing()
      throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      var doors = List.of(one.commands(), other.commands());
      var answers = answers(doors);

      assertThat(log.read(Criteria.tag("company:annals"), Range.after(0))).hasSize(1);
      assertThat(log.head()).isEqualTo(6);
      assertThat(answers)
          .filteredOn(new Decided(Decision.accept(), OptionalLong.empty())::equals)
          .hasSize(CROWD - 1);
    }
  }

  private static List<Outcome> answers(List<Commands> doors) throws Exception {
    var start = new CountDownLatch(1);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, CROWD)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    start.await();
                    return doors.get(i % doors.size()).send(found(i), Circumstances.SYSTEM);
                  }))
              .toList();
      start.countDown();
      return RacesTest.answers(waiting);
    }
  }
}
