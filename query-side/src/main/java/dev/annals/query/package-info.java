/**
 * The side that answers questions about any moment. Start at {@link dev.annals.query.view.View} and
 * {@link dev.annals.query.http.Reception}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
