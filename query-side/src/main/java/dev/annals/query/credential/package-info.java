/** What is known of an account and what it signs in with, at one moment. */
@CheckReturnValue
@NullMarked
package dev.annals.query.credential;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
