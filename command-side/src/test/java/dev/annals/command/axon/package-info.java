@CheckReturnValue
@NullMarked
package dev.annals.command.axon;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
