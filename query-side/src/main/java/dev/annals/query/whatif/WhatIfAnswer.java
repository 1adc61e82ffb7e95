package dev.annals.query.whatif;

import dev.annals.credential.WaitPolicy;
import dev.annals.session.RefusalReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What another policy would have changed.
 *
 * @param compared with what
 * @param assumes what is taken for granted
 * @param countedOnly refusals that the log tells only as a number, by reason
 * @param next where to go on for more of the affected attempts
 */
public record WhatIfAnswer(
    Policy policy,
    String compared,
    List<String> assumes,
    long firstPosition,
    long lastPosition,
    Counts counts,
    Map<String, Long> countedOnly,
    List<Affected> affected,
    @Nullable Long next) {
  private static final String COMPARED =
      "with what the events say happened, under whatever policy was in force then; the other policy"
          + " counts from first_position on, and waits that had begun before stay as they were";
  private static final List<String> ASSUMES =
      List.of(
          "Everybody tries what they tried, when they tried it, whatever they were told before.",
          "A password that was right stays right, and one that was wrong stays wrong.",
          "What was refused because the account waited was never compared: it would have been looked"
              + " at, and nobody knows whether it would have passed. next_look is a hint, no proof.",
          "Where that leaves open how many wrong passwords there were, certain is false.",
          "counted_only are refusals of which the log has no account; they are not judged.",
          "A change of password that was refused because the account waited left no event.");

  /** The other policy; waits are ISO 8601 durations. */
  public record Policy(int lockoutAfter, String firstWait, String longestWait) {
    static Policy of(WaitPolicy policy) {
      return new Policy(policy.wrongOnes(), policy.first().toString(), policy.longest().toString());
    }
  }

  static WhatIfAnswer of(WhatIfQuestion question, WhatIf found, Page page) {
    return new WhatIfAnswer(
        Policy.of(question.policy()),
        COMPARED,
        ASSUMES,
        question.from(),
        question.upTo(),
        found.counts(),
        texts(found.countedOnly()),
        page.rows(),
        page.next().orElse(null));
  }

  private static Map<String, Long> texts(Map<RefusalReason, Long> counted) {
    var texts = new TreeMap<String, Long>();
    counted.forEach((reason, count) -> texts.put(reason.name().toLowerCase(Locale.ROOT), count));
    return texts;
  }
}
