package dev.annals.command.credential;

import dev.annals.crypto.Sealed;

/**
 * The answer of the hashing, which was asked before the command was sent.
 *
 * @param comparedWith the verifier it was compared with; if another is in force by now, the proof
 *     proves nothing
 */
public record PasswordProof(Sealed comparedWith, boolean matches) {}
