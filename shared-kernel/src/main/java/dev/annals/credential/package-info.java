/**
 * What can happen to a password, and how long an account waits after wrong ones. Start at {@link
 * dev.annals.credential.CredentialEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.credential;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
