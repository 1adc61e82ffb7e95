/** What the query side needs of its own where no command side runs beside it. */
@CheckReturnValue
@NullMarked
package dev.annals.query.app.alone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
