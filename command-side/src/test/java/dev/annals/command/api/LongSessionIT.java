package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCodec;
import dev.annals.history.Histories;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionId;
import dev.annals.store.EventLog;
import dev.annals.store.Range;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import dev.annals.store.fold.FactCriteria;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A process that has just been started does not read a long session whole, and knows it whole. */
@ExtendWith(NothingLeaks.class)
class LongSessionIT {
  private static final int REFRESHES = 300;

  private final Database database = TestPostgres.freshDatabase();
  private final List<Tokens> issued = new ArrayList<>();
  private Server server = Server.start(database, new SettableClock());

  @BeforeEach
  void refresh_for_long_and_start_anew() {
    var annals = server.annals();
    issued.add(annals.signIn(annals.person()));
    for (int i = 0; i < REFRESHES; i++) {
      issued.add(Tokens.of(annals.refresh(newest().refresh())));
    }
    server = Server.restarted(server, database);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Tokens newest() {
    return issued.getLast();
  }

  private Tokens ago(int refreshes) {
    return issued.get(issued.size() - 1 - refreshes);
  }

  @Test
  void the_latest_tokens_are_good_and_those_overtaken_are_over() {
    server.annals().sessions(ago(10).access()).is(200);
    server.annals().sessions(ago(63).access()).is(200);
    server.annals().sessions(ago(64).access()).isProblem(401, "unauthenticated");
    server.annals().sessions(ago(70).access()).isProblem(401, "unauthenticated");
    server.annals().sessions(ago(REFRESHES).access()).isProblem(401, "unauthenticated");
    isWhatAllEventsSay();
  }

  @Test
  void it_is_refreshed_on_and_a_token_spent_long_ago_ends_it() {
    issued.add(Tokens.of(server.annals().refresh(newest().refresh())));
    server.annals().sessions(newest().access()).is(200);
    server.annals().sessions(ago(10).access()).is(200);
    server.annals().sessions(ago(70).access()).isProblem(401, "unauthenticated");
    isWhatAllEventsSay();
    server = Server.restarted(server, database);
    server.annals().refresh(ago(250).refresh()).isProblem(401, "refresh-refused");
    server.annals().refresh(newest().refresh()).isProblem(401, "refresh-refused");
    server.annals().sessions(newest().access()).isProblem(401, "unauthenticated");
    isWhatAllEventsSay();
    server = Server.restarted(server, database);
    server.annals().sessions(newest().access()).isProblem(401, "unauthenticated");
    isWhatAllEventsSay();
  }

  private void isWhatAllEventsSay() {
    var ref =
        new Ref(
            new SessionId(UUID.fromString(newest().session())),
            new AccountId(UUID.fromString(newest().account())));

    assertThat(server.bean(Histories.class).current(Sessions.STREAM, ref)).isEqualTo(told(ref));
  }

  private Session told(Ref ref) {
    var codec = new EventCodec();
    var facts = FactCriteria.of(Sessions.STREAM.facts().apply(ref));
    var session = Sessions.STREAM.initial().apply(ref);
    for (var event : server.bean(EventLog.class).read(facts, Range.after(0))) {
      var told = codec.decode(event.name(), event.version(), event.payload());
      session = Sessions.STREAM.evolve().apply(session, told);
    }
    return session;
  }
}
