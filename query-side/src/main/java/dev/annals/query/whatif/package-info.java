/**
 * The history of sign-ins under another wait policy, by the policy's own code. Start at {@link
 * dev.annals.query.whatif.WhatIf}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.whatif;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
