/**
 * The only room here that knows Axon: it plugs pure {@code evolve} and {@code decide} functions
 * into the framework. Start at {@link dev.annals.command.axon.AxonStreams}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.axon;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
