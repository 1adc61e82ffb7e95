package dev.annals.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountEvent;
import dev.annals.audit.AuditEvent;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.KeyKind;
import dev.annals.company.CompanyEvent;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.event.EventName;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent;
import dev.annals.request.RequestEvent;
import dev.annals.session.SessionEvent;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SignInMethod;
import dev.annals.token.SigningKeyEvent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The names and the bytes on disk are a promise; the golden files are its text. */
class EventCatalogueTest {
  private static final List<Class<? extends Event>> STREAMS =
      List.of(
          AccountEvent.class,
          FederationEvent.class,
          CredentialEvent.class,
          SessionEvent.class,
          ApiKeyEvent.class,
          SigningKeyEvent.class,
          InstallationEvent.class,
          CompanyEvent.class,
          RequestEvent.class,
          AuditEvent.class);

  private final EventCodec codec = new EventCodec();

  @Test
  void every_event_has_a_name_of_its_own_and_a_sample() {
    var kinds = STREAMS.stream().flatMap(EventCatalogueTest::kinds).toList();

    assertThat(kinds.stream().map(EventCatalogue::nameOf).map(EventName::name))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(EventCatalogue.names());
    assertThat(SampleEvents.ALL)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_written_as_its_golden_file_says_and_read_back(Event event) throws IOException {
    var name = EventCatalogue.nameOf(event.getClass());
    var golden = golden(name);

    assertThat(new String(codec.encode(event), UTF_8)).isEqualTo(golden);
    assertThat(codec.decode(name.name(), "" + name.version(), golden.getBytes(UTF_8)))
        .isEqualTo(event);
  }

  @Test
  void a_session_that_began_before_one_time_passwords_is_lifted() throws IOException {
    var stored = golden(new EventName("session.started", 1)).getBytes(UTF_8);

    assertThat(codec.decode("session.started", "1", stored))
        .isInstanceOfSatisfying(
            SessionStarted.class, event -> assertThat(event.passwordChangeRequired()).isFalse());
  }

  @Test
  void a_session_that_began_before_there_were_other_methods_began_by_password() throws IOException {
    for (int version : new int[] {1, 2}) {
      var stored = golden(new EventName("session.started", version)).getBytes(UTF_8);

      assertThat(codec.decode("session.started", "" + version, stored))
          .isInstanceOfSatisfying(
              SessionStarted.class,
              event -> assertThat(event.method()).isEqualTo(SignInMethod.PASSWORD));
    }
  }

  @Test
  void a_key_of_the_time_when_there_was_one_kind_is_lifted() throws IOException {
    var stored = golden(new EventName("api_key.issued", 1)).getBytes(UTF_8);

    assertThat(codec.decode("api_key.issued", "1", stored))
        .isInstanceOfSatisfying(
            ApiKeyIssued.class, event -> assertThat(event.kind()).isEqualTo(KeyKind.API_KEY))
        .isIn(SampleEvents.ALL);
  }

  @Test
  void what_cannot_be_read_stops_the_reader() {
    var locked =
        "{\"account\":\"0199f3a0-0000-7000-8000-000000000001\",\"at\":\"2026-01-01T12:00:00Z\"}";

    assertUnreadable("account.unheard_of", "1", locked);
    assertUnreadable("account.locked", "2", locked);
    assertUnreadable("account.locked", "0", locked);
    assertUnreadable("account.locked", "one", locked);
    assertUnreadable("account.locked", "1", "{}");
    assertUnreadable("account.locked", "1", "not json");
    assertUnreadable("account.locked", "1", locked + "{}");
    assertUnreadable("account.locked", "1", locked.replace("}", ",\"extra\":1}"));
    assertUnreadable("account.locked", "1", locked.replace("0199f3a0-", ""));
  }

  @Test
  void null_is_no_event_and_no_part_of_one() {
    assertUnreadable("account.locked", "1", "null");
    assertUnreadable("account.locked", "1", "{\"account\":null,\"at\":\"2026-01-01T12:00:00Z\"}");
  }

  @Test
  void only_an_object_is_lifted() {
    assertUnreadable("session.started", "1", "null");
    assertUnreadable("session.started", "1", "[]");
    assertUnreadable("session.started", "1", "");
  }

  @Test
  void metadata_is_read_as_it_was_written() {
    var metadata = "{\"actor\":\"system\",\"family\":\"annals\"}".getBytes(UTF_8);

    assertThat(codec.circumstances(metadata)).isEqualTo(Circumstances.SYSTEM);
    assertThat(codec.encode(Circumstances.SYSTEM)).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "not json",
        "{\"actor\":null}",
        "{\"address\":\"\"}",
        "{\"subject\":\"ada\"}",
        "{\"actor\":\"system\",\"actor\":\"system\"}",
      })
  void metadata_that_cannot_be_read_stops_the_reader(String metadata) {
    assertThatThrownBy(() -> codec.circumstances(metadata.getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("metadata");
  }

  @Test
  void a_version_that_nothing_lifts_stops_the_reader() {
    var payload = JsonNodeFactory.instance.objectNode();

    assertThatThrownBy(() -> Upcasters.lift(new EventName("account.locked", 1), 2, payload))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("nothing lifts account.locked from version 1");
  }

  private void assertUnreadable(String name, String version, String payload) {
    assertThatThrownBy(() -> codec.decode(name, version, payload.getBytes(UTF_8)))
        .isInstanceOf(UnreadableEvent.class);
  }

  static Stream<Event> samples() {
    return SampleEvents.ALL.stream();
  }

  @SuppressWarnings("unchecked") // a permitted subclass of an event is an event
  private static Stream<Class<? extends Event>> kinds(Class<? extends Event> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(kind -> kinds((Class<? extends Event>) kind))
        : Stream.of(type);
  }

  private static String golden(EventName name) throws IOException {
    var file = "/golden/event/%s.v%d.json".formatted(name.name(), name.version());
    try (var in = requireNonNull(EventCatalogueTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8).strip();
    }
  }
}
