package dev.annals.command.password;

import static dev.annals.command.password.Violation.COMMON;
import static dev.annals.command.password.Violation.CONTEXT;
import static dev.annals.command.password.Violation.REPETITIVE;
import static dev.annals.command.password.Violation.SEQUENTIAL;
import static dev.annals.command.password.Violation.TOO_LONG;
import static dev.annals.command.password.Violation.TOO_SHORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The policy we recommend: length and a blocklist, and no rules of composition (<a
 * href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">SP 800-63B-4, 3.1.1.2</a>).
 *
 * @param serviceWords what every password here is checked against, besides the person's own words
 */
public record Nist(int minLength, int maxLength, Blocklist blocklist, Set<String> serviceWords)
    implements PasswordPolicy {
  private static final int SHORTEST_EVER = 8;
  private static final int LONGEST_AT_LEAST = 64;

  public Nist {
    if (minLength < SHORTEST_EVER) {
      throw new IllegalArgumentException("the shortest password has at least 8 code points");
    }
    if (maxLength < Math.max(minLength, LONGEST_AT_LEAST)) {
      throw new IllegalArgumentException("the longest password has at least 64 code points");
    }
    serviceWords = Set.copyOf(serviceWords);
  }

  @Override
  public List<Violation> check(Password password, Set<String> contextWords) {
    List<Violation> violations = new ArrayList<>();
    if (password.length() < minLength) {
      violations.add(TOO_SHORT);
    }
    if (password.length() > maxLength) {
      violations.add(TOO_LONG);
      return List.copyOf(violations);
    }
    Folded folded = password.folded();
    violations.addAll(predictable(folded));
    if (new ContextWords(serviceWords, contextWords).makeUpMostOf(folded, this::isGuessed)) {
      violations.add(CONTEXT);
    }
    return List.copyOf(violations);
  }

  private List<Violation> predictable(Folded password) {
    Folded unit = password.unit();
    List<Violation> violations = new ArrayList<>();
    if (blocklist.lists(password) || blocklist.lists(unit)) {
      violations.add(COMMON);
    }
    if (!unit.equals(password) && unit.length() < minLength) {
      violations.add(REPETITIVE);
    }
    if (Walk.isAllOf(password)) {
      violations.add(SEQUENTIAL);
    }
    return violations;
  }

  private boolean isGuessed(Folded remainder) {
    return remainder.length() < SHORTEST_EVER || !predictable(remainder).isEmpty();
  }
}
