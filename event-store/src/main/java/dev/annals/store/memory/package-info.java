/** The log without a server, for tests. Start at {@link dev.annals.store.memory.MemoryLog}. */
@CheckReturnValue
@NullMarked
package dev.annals.store.memory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
