/** Numbers we publish. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
