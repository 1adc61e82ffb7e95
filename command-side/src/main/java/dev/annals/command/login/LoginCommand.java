package dev.annals.command.login;

import dev.annals.account.LoginIndex;
import dev.annals.command.decision.Command;

/** The menu: what may be asked of a login. */
public sealed interface LoginCommand extends Command<LoginIndex, LoginClaim>
    permits RegisterAccount, NoteUnknownLogin {}
