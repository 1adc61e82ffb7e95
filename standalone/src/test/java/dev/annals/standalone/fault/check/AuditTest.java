package dev.annals.standalone.fault.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.standalone.fault.client.Attempt;
import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Heard.Answer;
import dev.annals.standalone.fault.client.Moments;
import dev.annals.standalone.fault.client.Told;
import dev.annals.standalone.fault.client.Told.About;
import dev.annals.standalone.fault.client.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checker that never complains is worth nothing: here it is shown what it must complain about.
 */
final class AuditTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Attempt SIGN_OUT = new Attempt("a.1", 1, Wish.SIGN_OUT, false);
  private static final Attempt REGISTER = new Attempt("a.2", 1, Wish.REGISTER, false);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final About MINE = new About("me", "mine", "", 0);

  private final History history = new History();

  @Test
  void an_acknowledged_answer_that_the_log_bears_out_is_fine() {
    read(started(1), issued(2, 0), ended(3, SIGN_OUT));

    assertThat(audited(SIGN_OUT, acknowledged(3))).isEmpty();
    assertThat(history.violations()).isEmpty();
  }

  @Test
  void an_acknowledged_answer_that_the_log_does_not_have_is_lost() {
    read(started(1), issued(2, 0));

    assertThat(audited(SIGN_OUT, acknowledged(3)))
        .singleElement()
        .asString()
        .startsWith("ACKNOWLEDGED AND LOST");
  }

  @Test
  void an_acknowledged_answer_at_the_position_of_another_is_seen() {
    read(started(1), issued(2, 0), ended(3, new Attempt("b.1", 1, Wish.SIGN_OUT, false)));

    assertThat(audited(SIGN_OUT, acknowledged(3))).isNotEmpty();
  }

  @Test
  void nothing_recorded_must_be_true() {
    read(started(1), issued(2, 0), ended(3, SIGN_OUT));
    var nothing = unavailable("The log cannot be reached; nothing was recorded.");
    var open = unavailable("The log cannot be reached; it may or may not have been recorded.");

    assertThat(audited(SIGN_OUT, nothing)).hasSize(1);
    assertThat(audited(SIGN_OUT, open)).isEmpty();
  }

  @Test
  void a_request_without_an_answer_is_seen() {
    assertThat(audited(SIGN_OUT, new Heard.TimedOut())).hasSize(1);
    assertThat(audited(SIGN_OUT, new Heard.Lost("reset"))).isEmpty();
  }

  @Test
  void half_a_command_is_seen() {
    read(entry(1, "account.registered", REGISTER, "{\"account\":\"a\",\"login_index\":\"l\"}"));

    assertThat(history.violations()).singleElement().asString().contains("not all or nothing");
  }

  @Test
  void one_operation_recorded_twice_is_seen() {
    read(started(1), issued(2, 0), ended(3, SIGN_OUT), started(4), ended(5, SIGN_OUT.again()));

    assertThat(history.violations()).anyMatch(text -> text.startsWith("recorded twice"));
  }

  @Test
  void a_gap_a_generation_out_of_turn_and_a_login_held_twice_are_seen() {
    read(started(1), issued(3, 0), issued(4, 0), registered(5, "one"), registered(6, "two"));

    assertThat(history.violations())
        .hasSize(3)
        .anyMatch(text -> text.startsWith("after position 1"))
        .anyMatch(text -> text.startsWith("generation after 0: 0"))
        .anyMatch(text -> text.startsWith("a second time: login"));
  }

  @Test
  void tokens_of_a_session_that_is_over_are_seen() {
    read(started(1), issued(2, 0), ended(3, SIGN_OUT), issued(4, 1));

    assertThat(history.violations()).singleElement().asString().contains("does not go on");
  }

  @Test
  void a_token_is_to_be_refused_out_of_its_time_and_to_be_taken_in_it() {
    read(started(1), issued(2, 0));
    var late = NOON.plus(Duration.ofHours(2));
    var early = NOON.minus(Duration.ofHours(2));
    var refused = new Answer(401, OptionalLong.empty(), false, Optional.empty(), json("{}"));

    assertThat(withToken(NOON, refused)).singleElement().asString().startsWith("refused, though");
    assertThat(withToken(late, refused)).isEmpty();
    assertThat(withToken(early, refused)).isEmpty();
    read(revokedKey(3));
    for (var when : List.of(late, early)) {
      assertThat(withToken(when, acknowledged(3)))
          .anyMatch(text -> text.startsWith("accepted, though"));
    }
  }

  @Test
  void the_same_jti_twice_is_seen() {
    read(
        started(1),
        issued(2, 0),
        entry(3, "session.tokens_issued", null, issued(2, 1).payload().toString()));

    assertThat(history.violations()).singleElement().asString().startsWith("the same jti again");
  }

  private static Entry revokedKey(long position) {
    var attempt = new Attempt("a.3", 1, Wish.REVOKE_KEY, false);
    return entry(position, "api_key.revoked", attempt, "{\"key\":\"k\"}");
  }

  private void read(Entry... events) {
    history.read(List.of(events));
  }

  private List<String> audited(Attempt attempt, Heard heard) {
    var audit = new Audit(history);
    audit.check(List.of(new Told(attempt, MINE, heard, at(NOON))));
    return audit.violations();
  }

  private static Moments at(Instant instant) {
    return new Moments(instant, instant);
  }

  private List<String> withToken(Instant when, Heard heard) {
    var audit = new Audit(history);
    var about = new About("me", "mine", "jti-2", 0);
    var issueKey = new Attempt("a.3", 1, Wish.REVOKE_KEY, false);
    audit.check(List.of(new Told(issueKey, about, heard, at(when))));
    return audit.violations();
  }

  private static Answer acknowledged(long position) {
    return new Answer(204, OptionalLong.of(position), false, Optional.empty(), json("{}"));
  }

  private static Answer unavailable(String detail) {
    var body = json("{\"type\":\"/problems/log-unavailable\",\"detail\":\"" + detail + "\"}");
    return new Answer(503, OptionalLong.empty(), false, Optional.of("1"), body);
  }

  private static Entry started(long position) {
    return entry(position, "session.started", null, "{\"session\":\"mine\",\"account\":\"me\"}");
  }

  private static Entry issued(long position, int generation) {
    return entry(
        position,
        "session.tokens_issued",
        null,
        """
        {"session": "mine",
         "access": {"jti": "jti-%d", "issued_at": "2026-01-01T11:00:00Z", "expires_at": "2026-01-01T13:00:00Z"},
         "refresh": {"generation": %d, "hash": "h", "expires_at": "2026-01-02T12:00:00Z"}}
        """
            .formatted(position, generation));
  }

  private static Entry ended(long position, Attempt attempt) {
    return entry(position, "session.ended", attempt, "{\"session\":\"mine\",\"account\":\"me\"}");
  }

  private static Entry registered(long position, String account) {
    return entry(
        position,
        "account.registered",
        null,
        "{\"account\":\"%s\",\"login_index\":\"l\"}".formatted(account));
  }

  private static Entry entry(long position, String name, @Nullable Attempt attempt, String json) {
    return new Entry(position, "id" + position, name, Optional.ofNullable(attempt), json(json));
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
