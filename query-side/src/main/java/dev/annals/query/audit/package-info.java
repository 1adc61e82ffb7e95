/**
 * The audit trail: every event as an entry that people can read, found by what it is about. Start
 * at {@link dev.annals.query.audit.AuditEntry}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
