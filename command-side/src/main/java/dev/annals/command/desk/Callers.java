package dev.annals.command.desk;

import java.util.Optional;

/** Tells who calls from what they show. */
public interface Callers {
  /** Empty unless the bearer token (RFC 6750) or API key is good at this moment. */
  Optional<Caller> recognise(String bearer);

  /** Whose token it was, if it is ours and in time, even though history has ended it. */
  Optional<Caller> remember(String bearer);
}
