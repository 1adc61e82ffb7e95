/**
 * The log on PostgreSQL: one writing thread, one window on the recent past, one listener. Start at
 * {@link dev.annals.store.postgres.PostgresLog}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
