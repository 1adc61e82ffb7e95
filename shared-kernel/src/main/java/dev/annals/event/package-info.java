/** How facts are named, encoded and read back. Start at {@link dev.annals.event.EventCatalogue}. */
@CheckReturnValue
@NullMarked
package dev.annals.event;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
