/** What can happen to a password. Start at {@link dev.annals.credential.CredentialEvent}. */
@CheckReturnValue
@NullMarked
package dev.annals.credential;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
