/** The sign-in of a datarhei Core, in its own words. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat.datarhei;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
