/**
 * What can happen to an account, and the values it is made of. Start at {@link
 * dev.annals.account.AccountEvent}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
