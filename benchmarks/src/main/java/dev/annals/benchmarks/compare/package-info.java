/** The comparison: who is measured when, and what is told of it. Start reading at SideBySide. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
