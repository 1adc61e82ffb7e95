/**
 * What the parts cost, one at a time, by JMH; codec and decision here, the others below. Start
 * reading at Jmh.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.jmh;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
