/**
 * How the past is asked: a stream says which facts a state is folded from, and {@link
 * dev.annals.history.Histories} answers with the state of now. Here are the states that both sides
 * ask for; start at {@link dev.annals.history.Sessions}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.history;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
