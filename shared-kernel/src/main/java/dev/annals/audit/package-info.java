/** What is remembered of those who read the log. */
@CheckReturnValue
@NullMarked
package dev.annals.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
