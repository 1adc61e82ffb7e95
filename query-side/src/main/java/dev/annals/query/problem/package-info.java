/** What went wrong, in the words of RFC 9457. */
@CheckReturnValue
@NullMarked
package dev.annals.query.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
