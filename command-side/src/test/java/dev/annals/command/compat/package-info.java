/** What tests of the foreign families share: exchanges that were recorded, and their replay. */
@CheckReturnValue
@NullMarked
package dev.annals.command.compat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
