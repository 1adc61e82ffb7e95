/**
 * The credential view: what was known of an account at any moment, with its password, its API keys
 * and the subjects of other issuers that lead to it. Start at {@link
 * dev.annals.query.account.AccountView} for how it is filled and at {@link
 * dev.annals.query.account.AccountsAt} for what it is asked.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
