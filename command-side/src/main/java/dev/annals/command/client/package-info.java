/** Decisions about API keys. {@link dev.annals.command.client.ApiKeyCommand} is the menu. */
@CheckReturnValue
@NullMarked
package dev.annals.command.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
