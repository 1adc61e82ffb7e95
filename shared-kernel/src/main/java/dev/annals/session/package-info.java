/**
 * What can happen between a sign-in and its end. Start at {@link dev.annals.session.SessionEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
