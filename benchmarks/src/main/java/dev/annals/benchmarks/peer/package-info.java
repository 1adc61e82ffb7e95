/**
 * Those who are compared, Annals and Keycloak, each set up alike and with a PostgreSQL of its own.
 * Start reading at Contender.
 */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.peer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
