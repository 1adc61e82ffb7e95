/** Tokens as the session view keeps them: each that was issued, and until when it was good. */
@CheckReturnValue
@NullMarked
package dev.annals.query.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
