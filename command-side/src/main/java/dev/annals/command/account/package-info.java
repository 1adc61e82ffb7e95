/**
 * Decisions about one account. {@link dev.annals.command.account.AccountCommand} is the menu, and
 * each of it rests on the administrator's own account as well.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
