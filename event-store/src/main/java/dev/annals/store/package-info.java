/** The log: append, source, tail. */
@CheckReturnValue
@NullMarked
package dev.annals.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
