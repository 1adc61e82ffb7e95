/**
 * What can happen to an API key, the credential of a program. Start at {@link
 * dev.annals.client.ApiKeyEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
