/**
 * A real Annals under load, and what becomes of its word when it or its database is killed. Start
 * at {@link dev.annals.standalone.fault.KillIT}. Its rooms hold the clients, the checker and the
 * processes, which the fault runs in {@code benchmarks} share.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
