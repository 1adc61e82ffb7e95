/** What it means to decide: a command meets a state and yields events or a refusal. */
@CheckReturnValue
@NullMarked
package dev.annals.command.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
