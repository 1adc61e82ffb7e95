package dev.annals.command.desk;

import dev.annals.session.Family;

/** How an API family words whatever is not a yes, be it a refusal of the rules or a broken body. */
public interface Dialect {
  Family family();

  /** The answer that tells a problem as callers of this family expect it. */
  Reply tell(Problem problem, String requestId);
}
