package dev.annals.query.whatif;

import dev.annals.credential.WaitPolicy;
import java.time.Duration;
import java.util.List;

/** What the other policy would have made of a history, with a page that holds all of it. */
record Told(WhatIf found, Page page) {
  static final WaitPolicy STRICT = policy(2, 60, 600);
  static final WaitPolicy LAX = policy(100, 1, 1);

  static WaitPolicy policy(int wrongOnes, long first, long longest) {
    return new WaitPolicy(wrongOnes, Duration.ofSeconds(first), Duration.ofSeconds(longest));
  }

  static Told under(WaitPolicy policy, Past past) {
    return under(policy, past, 1);
  }

  static Told under(WaitPolicy policy, Past past, long from) {
    var page = new Page(0, 100);
    var found = new WhatIf(policy, from, page);
    past.events().forEach(found::add);
    return new Told(found, page);
  }

  List<Affected> rows() {
    return page.rows();
  }

  Counts counts() {
    return found.counts();
  }
}
