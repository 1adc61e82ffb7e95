/**
 * Decisions about API keys. {@link dev.annals.command.client.ApiKeyCommand} is the menu, {@link
 * dev.annals.command.client.TokenCommand} that for kinds of which an account has one.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
