/**
 * What happens once: the installation is founded, gets its first signing key and its first
 * administrator. Start at {@link dev.annals.command.installation.Founding}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.installation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
