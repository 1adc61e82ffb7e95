/** The query side as it is shipped, asked over HTTP about a log that tests write. */
@CheckReturnValue
@NullMarked
package dev.annals.query.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
