/**
 * Honest clients of a real Annals, who write down every answer they get. Start at {@link
 * dev.annals.standalone.fault.client.Crowd}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.fault.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
