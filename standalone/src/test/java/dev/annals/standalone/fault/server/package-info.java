/** The processes that faults happen to, where Annals brings its own PostgreSQL along. */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.fault.server;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
