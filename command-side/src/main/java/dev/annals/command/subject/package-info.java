/**
 * Whom a subject of another issuer leads to: linking, unlinking, and an account of its own. Start
 * at {@link dev.annals.command.subject.SubjectClaim}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.subject;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
