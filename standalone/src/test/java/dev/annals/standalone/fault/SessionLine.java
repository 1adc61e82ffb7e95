package dev.annals.standalone.fault;

import java.util.ArrayList;
import java.util.List;

/** What the log says of one session, folded without any help of the server's code. */
final class SessionLine {
  private static final int MOST_TOKENS = 64;

  private final String account;
  private final List<String> tokens = new ArrayList<>();
  private boolean live = true;
  private int generation = -1;
  private String refreshHash = "";

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
    tokens.add(event.payload().path("access").path("jti").asString());
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

  boolean accepts(String jti) {
    return live && tokens.contains(jti);
  }

  boolean acceptsRefresh(String hash) {
    return live && refreshHash.equals(hash);
  }
}
