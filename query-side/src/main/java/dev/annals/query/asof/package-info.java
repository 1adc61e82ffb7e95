/** As of when a question is answered. Start at {@link dev.annals.query.asof.AsOfs}. */
@CheckReturnValue
@NullMarked
package dev.annals.query.asof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
