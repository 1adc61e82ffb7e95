/**
 * The audit trail as it is asked for: a page, an export or a stream. Start at {@link
 * dev.annals.query.trail.AuditTrail}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.trail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
