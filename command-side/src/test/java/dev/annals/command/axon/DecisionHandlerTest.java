package dev.annals.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.command.axon.AxonStreams.Binding;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.session.SessionCommand;
import dev.annals.command.session.SignOut;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionId;
import dev.annals.store.memory.MemoryLog;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DecisionHandlerTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Ref NOWHERE =
      new Ref(new SessionId(new UUID(0, 1)), new AccountId(new UUID(0, 2)));

  @Test
  void a_refusal_that_records_nothing_is_an_answer_too() {
    try (var log = new MemoryLog();
        var streams =
            new AxonStreams(
                log,
                Randomness.secure(() -> NOON),
                10,
                List.of(new Binding<>(SessionCommand.class, Sessions.STREAM)))) {

      var outcome = streams.commands().send(new SignOut(NOWHERE, NOON), Circumstances.SYSTEM);

      var refused = Decision.refuse(Refusal.SESSION_UNKNOWN);
      assertThat(outcome).isEqualTo(new Decided(refused, OptionalLong.empty()));
      assertThat(log.head()).isZero();
    }
  }
}
