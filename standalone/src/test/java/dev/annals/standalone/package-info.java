@CheckReturnValue
@NullMarked
package dev.annals.standalone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
