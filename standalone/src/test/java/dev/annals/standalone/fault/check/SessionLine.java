package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the log says of one session, folded without any help of the server's code. */
final class SessionLine {
  private static final int MOST_TOKENS = 64;

  private final String account;
  private final List<Access> tokens = new ArrayList<>();
  private boolean live = true;
  private int generation = -1;
  private String refreshHash = "";
  private Instant refreshEnd = Instant.MIN;

  SessionLine(String account) {
    this.account = account;
  }

  String account() {
    return account;
  }

  boolean isLive() {
    return live;
  }

  int generation() {
    return generation;
  }

  void issued(Entry event) {
    generation = event.payload().path("refresh").path("generation").asInt();
    refreshHash = event.payload().path("refresh").path("hash").asString();
    refreshEnd = Instant.parse(event.payload().path("refresh").path("expires_at").asString());
    tokens.add(Access.of(event));
    if (tokens.size() > MOST_TOKENS) {
      tokens.removeFirst();
    }
  }

  void changedPassword() {
    tokens.clear();
  }

  void end() {
    live = false;
  }

  Verdict judge(String jti, Moments when) {
    return tokens.stream()
        .filter(token -> live && token.jti().equals(jti))
        .findAny()
        .map(token -> token.judge(when))
        .orElse(Verdict.BAD);
  }

  Verdict judgeRefresh(String hash, Moments when) {
    return live && refreshHash.equals(hash)
        ? Verdict.of(when, Instant.MIN, refreshEnd)
        : Verdict.BAD;
  }
}
