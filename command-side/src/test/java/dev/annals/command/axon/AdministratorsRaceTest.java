package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.GRACE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.command.account.Account;
import dev.annals.command.account.AccountCommand;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.DisableAccount;
import dev.annals.command.account.EraseAccount;
import dev.annals.command.account.GrantRole;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.RevokeRole;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.RegisterAccount;
import dev.annals.event.Circumstances;
import dev.annals.store.memory.MemoryLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdministratorsRaceTest {
  private static final int ROUNDS = 100;
  private static final Circumstances SYSTEM = Circumstances.SYSTEM;

  private final MemoryLog log = new MemoryLog();

  /** Every way to end another's administration. */
  enum Blow {
    REVOKE,
    LOCK,
    DISABLE,
    ERASE;

    private AccountCommand at(AccountId account, AccountId by) {
      return switch (this) {
        case REVOKE -> new RevokeRole(account, Role.ADMIN, by, LATER);
        case LOCK -> new LockAccount(account, by, LATER);
        case DISABLE -> new DisableAccount(account, by, LATER);
        case ERASE -> new EraseAccount(account, by, LATER);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_two_administrators_who_strike_each_other_at_once_one_remains(Blow blow) throws Exception {
    try (var streams = EveryStream.on(log)) {
      EveryStream.appointGrace(streams);
      for (int round = 0; round < ROUNDS; round++) {
        oneRemains(blow, streams, streams);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_it_is_when_they_come_to_two_processes(Blow blow) throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      EveryStream.appointGrace(one);
      for (int round = 0; round < ROUNDS; round++) {
        oneRemains(blow, one, other);
      }
    }
  }

  private void oneRemains(Blow blow, AxonStreams one, AxonStreams other) throws Exception {
    var ann = administrator(one);
    var ben = administrator(other);
    var answers = atOnce(send(one, blow.at(ben, ann)), send(other, blow.at(ann, ben)));

    assertThat(answers)
        .filteredOn(
            answer -> answer instanceof Decided(Accepted _, var position) && position.isPresent())
        .hasSize(1);
    assertThat(answers)
        .contains(new Decided(Decision.refuse(Refusal.ROLE_REQUIRED), OptionalLong.empty()));
    assertThat(Stream.of(ann, ben).filter(account -> administers(account, one))).hasSize(1);
  }

  private static Callable<Outcome> send(AxonStreams streams, AccountCommand command) {
    return () -> streams.commands().send(command, SYSTEM);
  }

  private static List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other)
      throws Exception {
    var start = new CyclicBarrier(2);
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          Stream.of(one, other)
              .map(wish ->
                  both.submit(() -> {
                    var _ = start.await();
                    return wish.call();
                  }))
              .toList();
      return RacesTest.answers(waiting);
    }
  }

  /** Somebody new, with the role from Grace. */
  private AccountId administrator(AxonStreams streams) {
    long number = log.head();
    var account = new AccountId(new UUID(0x7009, number));
    var login = new LoginIndex("%043d".formatted(number));
    var registration = new RegisterAccount(login, account, LOGIN, Optional.empty(), VERIFIER, NOON);
    var _ = streams.commands().send(registration, SYSTEM);
    var _ = streams.commands().send(new GrantRole(account, Role.ADMIN, GRACE, NOON), SYSTEM);
    return account;
  }

  private static boolean administers(AccountId account, AxonStreams streams) {
    return streams.histories().current(Accounts.STREAM, account) instanceof Account.Registered known
        && known.isUsable()
        && known.roles().contains(Role.ADMIN);
  }
}
