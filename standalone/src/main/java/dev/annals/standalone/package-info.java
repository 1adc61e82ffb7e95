/**
 * Annals in one process, on a PostgreSQL that it brings along and keeps in a directory. Start
 * reading at {@link dev.annals.standalone.AnnalsStandalone}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
