/**
 * What an API's description promises of its answers, for the tests of every module that gives some.
 */
@CheckReturnValue
@NullMarked
package dev.annals.description;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
