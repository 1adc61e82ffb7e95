/**
 * The session view: who was signed in at any moment, how that began and ended, and by which tokens.
 * Start at {@link dev.annals.query.session.SessionView} for how it is filled and at {@link
 * dev.annals.query.session.SessionsAt} for what it is asked.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
