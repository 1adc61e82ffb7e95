/**
 * The sides as processes of their own, with nothing but environment variables, around a real
 * PostgreSQL and a real Kafka. Start at {@link dev.annals.standalone.process.SeparateProcessesIT}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.standalone.process;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
