/** Whether Annals stays as it is while it works for long. Start reading at LongRun. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.endurance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
