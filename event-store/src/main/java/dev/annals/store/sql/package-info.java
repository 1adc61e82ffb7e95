/**
 * Every statement of the log, its schema, and how sessions are opened. Start at {@link
 * dev.annals.store.sql.LogSchema}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
