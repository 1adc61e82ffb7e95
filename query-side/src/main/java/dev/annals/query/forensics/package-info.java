/**
 * Where a token comes from: who made it, which sign-in it goes back to, who held it, when it was
 * good and what ended it. Start at {@link dev.annals.query.forensics.Provenance}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.forensics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
