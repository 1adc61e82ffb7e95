/**
 * A whole deployment of Annals under load, and everything that can go wrong around it at random
 * moments. Start at {@link dev.annals.benchmarks.fault.FaultRuns}; what happens to whom is in
 * {@link dev.annals.benchmarks.fault.Faults}, what must hold afterwards in {@link
 * dev.annals.benchmarks.fault.Aftermath}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
