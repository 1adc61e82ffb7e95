package dev.annals.command.compat;

import dev.annals.session.Family;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a family is reachable, at a port of its own or at ours, and what signs its tokens. */
public interface Entrance {
  Family family();

  boolean enabled();

  /** Without one, the family shares ours. */
  @Nullable Integer port();

  /** What its paths have in front here, such as {@code /databrain}; usually nothing. */
  String prefix();

  /** The HS256 secret in base64 that others verify its tokens with; without one, any will do. */
  @Nullable String secret();

  /** How long a token may live: so long a replaced secret is still believed. */
  Duration longestLife();
}
