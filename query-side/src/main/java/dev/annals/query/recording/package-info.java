/**
 * That somebody asked is an event as well. Start at {@link dev.annals.query.recording.Recording}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.recording;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
