/** What the log costs: appending, sourcing, and a command through Axon. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.jmh.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
