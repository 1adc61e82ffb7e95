/** Whom a login leads to: registering, and changing a login. No two accounts share one. */
@CheckReturnValue
@NullMarked
package dev.annals.command.login;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
