/** Settings and wiring of the query side, alone or beside the command side. */
@CheckReturnValue
@NullMarked
package dev.annals.query.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
