/**
 * Who made a token: the signature first, then the bytes against the log. Start at {@link
 * dev.annals.query.making.Judges}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.making;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
