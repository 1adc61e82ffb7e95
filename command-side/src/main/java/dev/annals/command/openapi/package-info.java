/**
 * What the HTTP interface says of itself: the OpenAPI document, a page to read and try it, and what
 * each problem means. Written by hand in {@code openapi/openapi.yaml}; start there.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
