package dev.annals.query.http;

import java.util.Optional;

/** Tells who asks from what they show. */
public interface Askers {
  /** Empty unless the bearer token (RFC 6750) or API key is good at this moment. */
  Optional<Asker> recognise(String bearer);
}
