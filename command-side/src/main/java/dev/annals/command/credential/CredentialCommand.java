package dev.annals.command.credential;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.decision.Command;

/** The menu: what may be asked of a password. */
public sealed interface CredentialCommand extends Command<AccountId, Account>
    permits ChangePassword, ResetPassword, NoteNoPassword {}
