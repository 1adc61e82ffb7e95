package dev.annals.query.whatif;

/**
 * How many attempts of which kind there were, and what would have become of them.
 *
 * @param refusedOtherwise refused because the account waited, and for another reason if it had not
 * @param wrongPasswordsNotLookedAt wrong passwords that would have met a wait, certainly
 */
public record Counts(
    long signedIn,
    long passwordsChanged,
    long wrongPasswords,
    long refusedWaiting,
    long wouldHaveBeenRefused,
    long mightHaveBeenRefused,
    long wouldHaveBeenLookedAt,
    long mightHaveBeenLookedAt,
    long lookedAtBeforeRightPassword,
    long lookedAtBeforeWrongPassword,
    long refusedOtherwise,
    long wrongPasswordsNotLookedAt) {}
