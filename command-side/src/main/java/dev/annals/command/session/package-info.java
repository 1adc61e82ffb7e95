/**
 * Decisions about sessions. {@link dev.annals.command.session.SessionCommand} is the menu; {@link
 * dev.annals.command.session.SignIn} begins one.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
