/**
 * What the foreign families share: reading bodies as leniently as the products they stand in for.
 * Each family has a room of its own below this one; only {@code app} knows them.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
