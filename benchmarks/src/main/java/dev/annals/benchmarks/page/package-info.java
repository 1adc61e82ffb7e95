/** What is told of a run: sections of docs/performance.md, and pictures. Start reading at Page. */
@CheckReturnValue
@NullMarked
package dev.annals.benchmarks.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
