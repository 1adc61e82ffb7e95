/**
 * What one client asks: which question is next, about what, and what the answer changes in that.
 * Start reading at Hand.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.load.mix;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
