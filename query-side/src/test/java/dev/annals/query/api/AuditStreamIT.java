package dev.annals.query.api;

import static dev.annals.query.api.Asked.AUDITOR;
import static dev.annals.query.api.Asked.SERVER;
import static dev.annals.query.api.Asked.TOWN;
import static dev.annals.query.api.Trail.ask;
import static dev.annals.query.api.Trail.person;
import static dev.annals.query.api.Trail.wrongPassword;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.NewEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit trail as one long answer: an export, and a stream that goes on. */
class AuditStreamIT {
  private static HttpResponse<InputStream> open(String path, String accept) {
    return SERVER.get(path).header("Accept", accept).by(AUDITOR).open();
  }

  @Test
  void an_export_is_the_whole_answer_up_to_the_head_at_its_start() throws IOException {
    var ada = person();
    for (int i = 0; i < 3; i++) {
      var events = new ArrayList<NewEvent>();
      for (int j = 0; j < 600; j++) {
        events.add(
            TOWN.stored(
                TOWN.by(ada.account()),
                new PasswordRejected(ada.account(), j + 1, Optional.empty(), TOWN.now()),
                "account:" + ada.account()));
      }
      TOWN.log.append(new Append(events, Condition.NONE)).join();
    }
    SERVER.reach(TOWN.log.head());

    var path = "/v1/audit/events?actor=account:%1$s&account=%1$s".formatted(ada.account());
    try (var reader = lines(open(path, "application/x-ndjson"))) {
      var lines = reader.lines().toList();
      assertThat(lines).hasSize(1804).allSatisfy(line -> Call.DESCRIBED.holdTo("AuditEntry", line));
    }
    var csv = SERVER.get(path).header("Accept", "text/csv").by(AUDITOR).send().is(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    var rows = csv.text().split("\r\n", -1);
    assertThat(rows).hasSize(1806);
    assertThat(rows[0]).startsWith("position,at,name,what,outcome");
    assertThat(csv.text()).contains("'=cmd|' /C calc'!A0").doesNotContain(",=cmd");
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(response.body(), UTF_8));
  }

  /** The ids of so many events of the stream, and where it can be gone on from. */
  private static List<Long> ids(BufferedReader stream, int count) throws IOException {
    var ids = new ArrayList<Long>();
    boolean data = false;
    long id = 0;
    for (var line = stream.readLine();
        line != null && ids.size() < count;
        line = stream.readLine()) {
      if (line.startsWith("id: ")) {
        id = Long.parseLong(line.substring(4));
      }
      if (line.startsWith("data: ")) {
        Call.DESCRIBED.holdTo("AuditEntry", line.substring(6));
        data = true;
      }
      if (line.isEmpty()) {
        if (data) {
          ids.add(id);
        }
        data = false;
      }
    }
    return ids;
  }

  @Test
  void a_stream_follows_live_and_goes_on_where_it_was_left() throws IOException {
    var ada = person();
    SERVER.reach(TOWN.log.head());
    var path = "/v1/audit/stream?name=password.rejected&account=" + ada.account();
    List<Long> first;
    try (var stream = lines(open(path, "text/event-stream"))) {
      wrongPassword(ada, 1);
      wrongPassword(ada, 2);
      first = ids(stream, 2);
    }
    wrongPassword(ada, 3);
    var response =
        SERVER.get(path).header("Last-Event-ID", first.getLast().toString()).by(AUDITOR).open();
    List<Long> second;
    try (var stream = lines(response)) {
      wrongPassword(ada, 4);
      second = ids(stream, 2);
    }
    var all = new ArrayList<>(first);
    all.addAll(second);
    SERVER.reach(TOWN.log.head());
    assertThat(all)
        .isEqualTo(
            ask("name=password.rejected&account=" + ada.account()).list("events").stream()
                .map(entry -> entry.at("/position").asLong())
                .toList());
  }

  @Test
  void a_stream_ends_when_the_token_is_no_longer_good() throws IOException {
    var other = TOWN.signIn(AUDITOR.account());
    SERVER.reach(TOWN.log.head());
    try (var stream = lines(SERVER.get("/v1/audit/stream?name=company.founded").by(other).open())) {
      assertThat(stream.readLine()).startsWith("retry:");
      TOWN.happened(
          TOWN.by(other.account()),
          new SessionEnded(other.session(), other.account(), EndReason.REVOKED, TOWN.now()),
          "session:" + other.session());
      for (var line = stream.readLine(); line != null; line = stream.readLine()) {
        assertThat(line).doesNotStartWith("data:");
      }
    }
  }
}
