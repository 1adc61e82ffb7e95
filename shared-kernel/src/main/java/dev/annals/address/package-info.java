/**
 * Addresses of clients: how they are written, and whose word about them is believed. Start at
 * {@link dev.annals.address.ClientAddress}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.address;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
