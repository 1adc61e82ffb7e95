package dev.annals.benchmarks.load.mix;

import java.util.List;
import java.util.Map;

/**
 * Several questions in fixed proportions.
 *
 * @param held what they are about, shared out among the clients, who take theirs in turn: logins,
 *     and sessions with the tokens that are good now
 */
public record Mix(List<Share> shares, List<Map<String, String>> held) {

  /**
   * A question of the mix.
   *
   * @param about which text is filled in, of whatever has that
   * @param weight how often it is asked, while the others are asked as often as theirs say
   * @param begins whether its answer is something new that the others are about from then on, in
   *     place of the oldest that the client has, which is left as it is and never asked about again
   */
  public record Share(Question question, String about, int weight, boolean begins) {
    /** Whether its answer takes the place of what it was about. */
    boolean renews() {
      return question.next().isPresent();
    }
  }

  /** They are tokens. */
  @Override
  public String toString() {
    return shares + " about " + held.size();
  }
}
