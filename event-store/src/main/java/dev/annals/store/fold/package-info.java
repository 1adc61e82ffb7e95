/**
 * States folded from the log and kept: what is asked again is asked only for what came since. Start
 * at {@link dev.annals.store.fold.LogHistories}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.fold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
