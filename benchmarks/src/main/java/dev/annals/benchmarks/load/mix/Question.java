package dev.annals.benchmarks.load.mix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * What is asked over and over, each time with another value.
 *
 * @param template a request with {@code \n} for line breaks and {@code %s} for the value; host and
 *     length are added
 * @param mark without which an answer is none, whatever its status
 * @param next the member of the answer that is the value the next time; for tokens that are good
 *     once
 */
public record Question(String template, String mark, Optional<String> next) {

  public Question(String template, String mark) {
    this(template, mark, Optional.empty());
  }

  byte[] about(String value, int port) {
    var parts = template.replace("%s", value).split("\n\n", 2);
    var head = parts[0].replace("\n", "\r\n") + "\r\nHost: 127.0.0.1:" + port + "\r\n";
    int length = parts[1].getBytes(UTF_8).length;
    var measured = length == 0 ? "" : "Content-Length: " + length + "\r\n";
    return (head + measured + "\r\n" + parts[1]).getBytes(UTF_8);
  }

  /** It holds tokens. */
  @Override
  public String toString() {
    return template.lines().findFirst().orElse("");
  }
}
