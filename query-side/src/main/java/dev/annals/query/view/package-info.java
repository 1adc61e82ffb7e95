/**
 * What every view has in common: tables that are a function of the log, filled, rebuilt and
 * switched, with the bookmark in the same transaction. Start at {@link dev.annals.query.view.View}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.view;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
