/**
 * The load: one thread and plain sockets, in a process of its own, so that it takes little from the
 * server that it measures on the same machine. Start reading at Load.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
