package dev.annals.query.forensics;

import dev.annals.query.asof.AsOf;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.session.TokenId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a token comes from. The question is recorded, the token never is. */
@RestController
final class TokenForensicsEndpoint {
  private static final Set<String> FIELDS = Set.of("token", "jti", "at");
  private static final Set<String> VIEWS = Set.of("audit", "session");

  private final Provenance provenance;
  private final AsOfs asOfs;
  private final Recording recording;

  TokenForensicsEndpoint(Provenance provenance, AsOfs asOfs, Recording recording) {
    this.provenance = provenance;
    this.asOfs = asOfs;
    this.recording = recording;
  }

  @PostMapping(path = "/v1/forensics/token", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Asks(views = {"audit", "session"})
  ProvenanceAnswer token(HttpServletRequest request, Enquiry enquiry) throws IOException {
    var body = Body.of(request, FIELDS);
    var question = question(body);
    var answer = provenance.of(question);
    recording.note(enquiry, recorded(question, body, answer));
    return answer;
  }

  private TokenQuestion question(Body body) {
    var token = body.text("token");
    var jti = body.text("jti").map(text -> new TokenId(Parameters.uuid("jti", text)));
    if (token.isPresent() == jti.isPresent()) {
      throw Problem.field("token", "must be told, or else jti, and not both");
    }
    return new TokenQuestion(token, jti, body.moment("at").flatMap(this::moment));
  }

  private Optional<Moment> moment(AsOf at) {
    var found = asOfs.find("at", at, VIEWS);
    return Optional.of(new Moment(found.position(), found.at()));
  }

  /** About whom it turned out to be. */
  private static Asked recorded(TokenQuestion question, Body body, ProvenanceAnswer answer) {
    var filters = new TreeMap<String, String>();
    var jti =
        question.jti().or(() -> Optional.ofNullable(answer.token()).map(token -> token.jti()));
    jti.ifPresent(id -> filters.put("jti", id.toString()));
    body.field("at").ifPresent(at -> filters.put("at", at.asString()));
    filters.put("by", question.token().isPresent() ? "token" : "jti");
    return new Asked(
        "forensics.token",
        Optional.ofNullable(answer.accountId()),
        Optional.ofNullable(answer.session()).map(session -> session.sessionId()),
        new Parameters(filters).recorded(Map.of()),
        answer.readUpTo());
  }
}
