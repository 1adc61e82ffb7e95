/**
 * Keeps views level with the log, builds them anew beside themselves, and lets them be asked. Start
 * at {@link dev.annals.query.upkeep.Views}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.upkeep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
