/** MainBrainer's token API, in its own words. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat.mainbrainer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
