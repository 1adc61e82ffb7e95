/** How a Core words things and lets failures wait, without a server around it. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat.datarhei;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
