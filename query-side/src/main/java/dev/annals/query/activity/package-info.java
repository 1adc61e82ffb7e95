/**
 * How often what happened in each hour, so that a flood or a leak is seen without reading entries.
 * Start at {@link dev.annals.query.activity.ActivityView}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.activity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
