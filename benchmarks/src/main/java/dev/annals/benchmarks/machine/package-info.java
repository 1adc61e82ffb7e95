/** What this machine does and can do at most: its processes' time and memory, and the bare KDF. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.machine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
