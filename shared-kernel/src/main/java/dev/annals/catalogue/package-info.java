/**
 * The one place where facts get their names on disk, and where stored bytes become facts again.
 * Start at {@link dev.annals.catalogue.EventCatalogue}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
