/** The admin API of a self-hosted Databrain, in its own words. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat.databrain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
