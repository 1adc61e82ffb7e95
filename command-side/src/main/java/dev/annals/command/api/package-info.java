/**
 * Our own API: {@code /v1}, {@code /oauth2} and {@code /.well-known}. Each endpoint parses, sends
 * and answers; the rules are in the commands it names.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
