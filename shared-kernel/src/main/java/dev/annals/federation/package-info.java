/**
 * Which people of other issuers of tokens are people of ours. Start at {@link
 * dev.annals.federation.FederationEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.federation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
