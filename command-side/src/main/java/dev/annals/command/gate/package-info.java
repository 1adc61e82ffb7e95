/**
 * Where a secret is looked at before a command is sent: logins, passwords, API keys. Rules are not
 * here but in the commands. Start at {@link dev.annals.command.gate.PasswordSignIn}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.gate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
