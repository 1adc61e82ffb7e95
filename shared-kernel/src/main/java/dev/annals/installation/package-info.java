/**
 * What happens once to a whole installation. Start at {@link
 * dev.annals.installation.InstallationEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.installation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
