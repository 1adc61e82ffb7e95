package dev.annals.benchmarks.load.mix;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What questions are about, as it is now: a login, or a session with its tokens. */
final class Held {
  private record To(Question question, int port) {}

  private final Map<String, String> texts;
  private final Map<To, byte[]> requests = new HashMap<>();
  private int turns;

  Held(Map<String, String> texts) {
    this.texts = new HashMap<>(texts);
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  String text(String name) {
    return Objects.requireNonNull(texts.get(name));
  }

  int turns() {
    return turns;
  }

  void turned() {
    turns++;
  }

  byte[] request(Mix.Share share, int port) {
    return requests.computeIfAbsent(
        new To(share.question(), port), to -> to.question().about(text(share.about()), port));
  }

  void renew(Answer answer) {
    texts.replaceAll((name, old) -> answer.member(Answer.before(name)).orElse(old));
    requests.clear();
  }
}
