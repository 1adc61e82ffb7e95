/**
 * A real Annals under load, and what becomes of its word when it or its database is killed. Start
 * at {@link dev.annals.standalone.fault.KillIT}; what must hold is in {@link
 * dev.annals.standalone.fault.History} and {@link dev.annals.standalone.fault.Audit}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
