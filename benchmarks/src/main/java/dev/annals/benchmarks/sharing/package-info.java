/** Two command sides on one database, against one. Start reading at Sharing. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.sharing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
