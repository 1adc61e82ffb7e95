/** Databrain's words, rule by rule; whole exchanges are tried over HTTP. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat.databrain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
