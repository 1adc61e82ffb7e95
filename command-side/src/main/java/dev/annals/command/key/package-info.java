/** Decisions about signing keys. */
@CheckReturnValue
@NullMarked
package dev.annals.command.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
