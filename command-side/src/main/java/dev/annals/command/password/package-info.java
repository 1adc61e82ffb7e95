/**
 * What a password is, which ones we accept, and how one is hashed and compared: Argon2id on its own
 * threads, never more at once than there are cores. Start at {@link
 * dev.annals.command.password.PasswordHashing}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.password;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
