/**
 * People whom other issuers of tokens vouch for: whom we trust, whether a token is theirs, and
 * which account it leads to. Start at {@link dev.annals.command.federation.FederatedTokens}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.federation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
