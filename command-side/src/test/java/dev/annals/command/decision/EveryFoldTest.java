package dev.annals.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.Administration;
import dev.annals.command.client.SecretChoice;
import dev.annals.command.company.Company;
import dev.annals.command.login.LoginChange;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.subject.SubjectClaims;
import dev.annals.command.subject.SubjectLink;
import dev.annals.command.subject.SubjectOpening;
import dev.annals.event.Event;
import dev.annals.history.ApiKeys;
import dev.annals.history.Holders;
import dev.annals.history.Installation;
import dev.annals.history.KeyRings;
import dev.annals.history.SecretHolder;
import dev.annals.history.Sessions;
import dev.annals.history.TokenOrigin;
import dev.annals.session.TokenId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryFoldTest {
  static Stream<Scenario<?, ?>> streams() {
    return Stream.of(
        Scenario.of(Accounts.STREAM, Samples.ADA),
        Scenario.of(Administration.STREAM, new Administration.Id(Samples.ADA, Samples.BOB)),
        Scenario.of(LoginClaims.STREAM, Samples.ADAS),
        Scenario.of(LoginChange.STREAM, new LoginChange.Id(Samples.ADA, Samples.FREE)),
        Scenario.of(SubjectClaims.STREAM, Samples.SUBJECT),
        Scenario.of(SubjectLink.STREAM, new SubjectLink.Id(Samples.ADA, Samples.SUBJECT)),
        Scenario.of(SubjectOpening.STREAM, new SubjectOpening.Id(Samples.ADAS, Samples.SUBJECT)),
        Scenario.of(Sessions.STREAM, new Sessions.Ref(Samples.SESSION, Samples.ADA)),
        Scenario.of(ApiKeys.STREAM, Samples.KEY),
        Scenario.of(Holders.STREAM, Samples.ADA),
        Scenario.of(TokenOrigin.STREAM, new TokenId(new UUID(1, 1))),
        Scenario.of(SecretHolder.STREAM, Samples.hash('1')),
        Scenario.of(
            SecretChoice.STREAM, new SecretChoice.Id(Samples.ADA, Samples.KEY, Samples.hash('2'))),
        Scenario.of(KeyRings.STREAM, KeyRings.Id.ALL),
        Scenario.of(Company.STREAM, Samples.ADAS),
        Scenario.of(Installation.STREAM, Installation.Id.THIS));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void takes_every_event_as_the_first_or_after_any_other(Scenario<?, ?> nothing) {
    for (var first : Samples.ALL) {
      for (var second : Samples.ALL) {
        assertThatCode(nothing.given(first, second)::state).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void takes_any_history_and_gives_the_same_state_each_time(Scenario<?, ?> nothing) {
    var random = new Random(20_260_101);
    for (int run = 0; run < 500; run++) {
      var scenario = nothing.given(history(random));

      assertThat(scenario.state()).isEqualTo(scenario.state());
    }
  }

  private static List<Event> history(Random random) {
    var history = new ArrayList<Event>();
    for (int i = 0; i < 40; i++) {
      history.add(Samples.ALL.get(random.nextInt(Samples.ALL.size())));
    }
    return history;
  }

  @Test
  void the_samples_are_one_of_every_kind_in_the_catalogue() {
    var names = new HashSet<>();
    Samples.ALL.forEach(event -> names.add(EventCatalogue.nameOf(event.getClass())));

    assertThat(names).hasSize(Samples.ALL.size()).hasSameElementsAs(EventCatalogue.names());
  }
}
