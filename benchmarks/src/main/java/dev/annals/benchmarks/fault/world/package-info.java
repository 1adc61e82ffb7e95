/**
 * What faults happen to: processes, databases, a broker, the network, a disk and a clock. Start at
 * {@link dev.annals.benchmarks.fault.world.Deployment}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.fault.world;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
