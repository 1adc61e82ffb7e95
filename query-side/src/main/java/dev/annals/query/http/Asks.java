package dev.annals.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint can be asked, looked at before the endpoint is. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {
  /** Who may ask at all; an endpoint may be stricter, or ask whose account it is. */
  Who who() default Who.AUDITORS;

  /** The names of the query parameters it knows; any other is refused. */
  String[] parameters() default {};

  /** Whether others are passed over instead, as OAuth wants it (RFC 6749, section 3.2). */
  boolean lenient() default false;

  /** The views that its answer is read from, and that {@code min_position} waits for. */
  String[] views() default {};

  /** Who may ask. */
  enum Who {
    /** Whoever is known to us. */
    ANYONE,
    AUDITORS,
    ADMINISTRATORS
  }
}
