/**
 * Decisions about the password of an account. {@link
 * dev.annals.command.credential.CredentialCommand} is the menu.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.credential;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
