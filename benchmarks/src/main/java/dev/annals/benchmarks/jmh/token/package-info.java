/** What tokens cost: signing them, knowing them for ours, deriving them again. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.jmh.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
