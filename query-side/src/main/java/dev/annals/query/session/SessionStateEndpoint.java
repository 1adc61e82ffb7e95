package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealing;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.asof.AsOfs.Found;
import dev.annals.query.http.Asker;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.token.TokenPicture;
import dev.annals.query.token.TokenShown;
import dev.annals.query.token.TokensAt;
import dev.annals.query.upkeep.Views;
import dev.annals.session.SessionId;
import dev.annals.store.sql.Question;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions at any moment. Saying what they produce, which the command side's endpoint at the same
 * address does not, makes these the ones that answer beside it.
 */
@RestController
final class SessionStateEndpoint {
  private static final Set<String> VIEWS = Set.of("audit", "session");
  private static final int MOST = 1000;

  private final Views views;
  private final AsOfs asOfs;
  private final Recording recording;
  private final Sealing sealing;

  SessionStateEndpoint(Views views, AsOfs asOfs, Recording recording, Sealing sealing) {
    this.views = views;
    this.asOfs = asOfs;
    this.recording = recording;
    this.sealing = sealing;
  }

  /**
   * Sessions, and as of which position.
   *
   * @param nextAfter what {@code after} has to be for the next page; null if there is none
   */
  record Page(List<SessionShown> sessions, @Nullable String nextAfter, long position) {
    Page {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * A session with its tokens.
   *
   * @param tokens all it was given, oldest first, the first thousand; those but the first few are
   *     its refreshes
   * @param liveTokens those that were good
   */
  record Whole(
      SessionShown session, List<TokenShown> tokens, List<TokenShown> liveTokens, long position) {
    Whole {
      tokens = List.copyOf(tokens);
      liveTokens = List.copyOf(liveTokens);
    }
  }

  /** Without a moment it is the caller's own; with one, everybody who was signed in. */
  @GetMapping(path = "/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
  @Asks(
      who = Who.ANYONE,
      parameters = {"as_of", "after", "limit"},
      views = {"audit", "session"})
  Page list(Parameters asked, Enquiry enquiry) {
    return asked.moment("as_of").isPresent() ? signedIn(asked, enquiry) : own(asked, enquiry);
  }

  private Page own(Parameters asked, Enquiry enquiry) {
    var asker = enquiry.asker();
    if (asker.session().isEmpty()) {
      throw Problem.of(403, "session-required", "This needs a session, not an API key.");
    }
    asked.mustBeWithout("after", "limit");
    var moment = asOfs.find("as_of", asked.asOf(), VIEWS);
    var live =
        ask(connection ->
            sessions(connection).liveOf(asker.account(), moment.position(), moment.at(), MOST));
    return page(live.reversed(), MOST, moment, asker, _ -> "");
  }

  private Page signedIn(Parameters asked, Enquiry enquiry) {
    enquiry.asker().mustAudit();
    int limit = asked.limit();
    var after = asked.uuid("after").map(SessionId::new);
    var moment = asOfs.find("as_of", asked.asOf(), VIEWS);
    var found =
        ask(connection ->
            sessions(connection).signedIn(moment.position(), moment.at(), after, limit + 1));
    var filters = asked.recorded(Map.of());
    recording.note(enquiry, Asked.all("sessions.signed_in", filters, moment.position()));
    return page(found, limit, moment, enquiry.asker(), last -> last.session().toString());
  }

  @GetMapping("/v1/accounts/{id}/sessions")
  @Asks(
      who = Who.ANYONE,
      parameters = {"as_of", "after", "limit"},
      views = {"audit", "session"})
  Page ofAccount(@PathVariable("id") String id, Parameters asked, Enquiry enquiry) {
    var account = new AccountId(Parameters.uuid("id", id));
    var asker = enquiry.asker();
    if (!asker.is(account)) {
      asker.mustAudit();
    }
    int limit = asked.limit();
    long before = asked.position("after").orElse(Long.MAX_VALUE);
    var moment = asOfs.find("as_of", asked.asOf(), VIEWS);
    var found =
        ask(connection -> sessions(connection).of(account, moment.position(), before, limit + 1));
    var filters = asked.recorded(Map.of());
    recording.note(enquiry, Asked.about(account, "accounts.sessions", filters, moment.position()));
    return page(found, limit, moment, asker, last -> Long.toString(last.startedPosition()));
  }

  @GetMapping("/v1/sessions/{id}")
  @Asks(
      who = Who.ANYONE,
      parameters = "as_of",
      views = {"audit", "session"})
  Whole one(@PathVariable("id") String id, Parameters asked, Enquiry enquiry) {
    var session = new SessionId(Parameters.uuid("id", id));
    var asker = enquiry.asker();
    var moment = asOfs.find("as_of", asked.asOf(), VIEWS);
    var found =
        ask(connection -> sessions(connection).find(session, moment.position()))
            .filter(picture -> asker.maySee(picture.account()));
    if (found.isEmpty() && !asker.mayAudit()) {
      throw Problem.sessionUnknown();
    }
    var asking =
        new Asked(
            "sessions.one",
            found.map(SessionPicture::account),
            Optional.of(session),
            asked.recorded(Map.of()),
            moment.position());
    recording.note(enquiry, asking);
    return found.map(picture -> whole(picture, moment, asker)).orElseThrow(Problem::sessionUnknown);
  }

  private Whole whole(SessionPicture picture, Found moment, Asker asker) {
    var id = picture.session();
    return ask(connection -> {
      var tokens = new TokensAt(connection, views.schema("session"));
      return new Whole(
          SessionShown.of(picture, moment, asker, sealing),
          shown(tokens.of(id, moment.position(), 0, MOST)),
          shown(tokens.liveOf(id, moment.position(), moment.at())),
          moment.position());
    });
  }

  private List<TokenShown> shown(List<TokenPicture> tokens) {
    return tokens.stream().map(token -> TokenShown.of(token, sealing)).toList();
  }

  private SessionsAt sessions(Connection connection) {
    return new SessionsAt(connection, views.schema("session"));
  }

  private <T> T ask(Question<T> question) {
    return views.ask(question);
  }

  private Page page(
      List<SessionPicture> found,
      int limit,
      Found moment,
      Asker asker,
      Function<SessionPicture, String> cursor) {
    var shown = found.stream().limit(limit).toList();
    var next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
    Stream<SessionShown> sessions =
        shown.stream().map(picture -> SessionShown.of(picture, moment, asker, sealing));
    return new Page(sessions.toList(), next, moment.position());
  }
}
