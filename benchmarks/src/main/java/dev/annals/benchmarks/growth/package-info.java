/** What a request costs as a session and the log become longer. Start reading at Growth. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.growth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
