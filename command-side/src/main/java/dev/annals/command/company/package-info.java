/** Founding the one company that an instance is for. Start at {@link FoundCompany}. */
@CheckReturnValue
@NullMarked
package dev.annals.command.company;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
