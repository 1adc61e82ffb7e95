package dev.annals.command.api;

import dev.annals.account.Role;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.history.Histories;
import dev.annals.store.EventLog;
import dev.annals.store.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as it is, for auditors: what is sealed stays sealed. */
@RestController
final class LogEndpoint {
  private static final int MOST = 1000;

  private final EventLog log;
  private final Histories histories;
  private final Readings readings;
  private final JsonMapper json;

  LogEndpoint(EventLog log, Histories histories, Readings readings, JsonMapper json) {
    this.readings = readings;
    this.log = log;
    this.histories = histories;
    this.json = json;
  }

  /** An event, to the letter. */
  record Entry(
      long position,
      UUID id,
      String name,
      int version,
      Instant at,
      List<String> tags,
      JsonNode metadata,
      JsonNode payload) {}

  /**
   * A page of the log.
   *
   * @param head the last position there is
   */
  record Page(long head, List<Entry> events) {}

  @GetMapping("/v1/log")
  Page read(
      @RequestParam(name = "after", defaultValue = "0") long after,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Caller caller,
      Exchange exchange) {
    caller.must(Role.AUDITOR);
    if (after < 0) {
      throw Problem.field("after", "must be 0 or a position");
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.field("limit", "must be 1 to " + MOST);
    }
    long head = histories.head();
    readings.ofTheLog(exchange.by(caller), "after=" + after + "&limit=" + limit, head);
    return new Page(head, log.read(after, limit).stream().map(this::entry).toList());
  }

  private Entry entry(StoredEvent event) {
    return new Entry(
        event.position(),
        event.id(),
        event.name(),
        Integer.parseInt(event.version()),
        event.at(),
        event.tags(),
        json.readTree(event.metadata()),
        json.readTree(event.payload()));
  }
}
