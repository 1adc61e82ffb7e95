/**
 * How a question comes in and how a no is told: who asks, which parameters there are, as of when,
 * and how fresh the answer must be. Start at {@link dev.annals.query.http.Reception}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
