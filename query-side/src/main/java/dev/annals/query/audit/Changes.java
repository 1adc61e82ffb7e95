package dev.annals.query.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What events changed, as the views of accounts and sessions keep it. */
public interface Changes {
  /** By position; events that changed nothing are left out. */
  Map<Long, List<Change>> at(Collection<Long> positions);
}
