/** What is remembered of an answered request, so that a repeated one is answered alike. */
@CheckReturnValue
@NullMarked
package dev.annals.request;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
