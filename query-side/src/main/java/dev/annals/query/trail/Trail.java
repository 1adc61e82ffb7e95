package dev.annals.query.trail;

import java.time.Instant;
import java.util.List;

/** Where in the log the entries are that somebody asks for. */
public interface Trail {
  /** The positions of at most so many entries, in the order of the stretch, from its beginning. */
  List<Long> find(Filter filter, Stretch stretch, int most);

  /** The last position before the first event that happened later than this. */
  long upTo(Instant at);
}
