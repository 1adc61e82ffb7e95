/**
 * Whether the log and what clients were told fit together: what must hold is in {@link
 * dev.annals.standalone.fault.check.History} and {@link dev.annals.standalone.fault.check.Audit}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.fault.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
