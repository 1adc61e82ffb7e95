package dev.annals.benchmarks.fault.world;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.Duration;

/** How far another process' clock is ahead: eight bytes that both have mapped. */
public final class ClockFile {
  private final MappedByteBuffer milliseconds;

  ClockFile(Path file) throws IOException {
    try (var channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      milliseconds = channel.map(MapMode.READ_WRITE, 0, Long.BYTES);
    }
  }

  public void set(Duration ahead) {
    var _ = milliseconds.putLong(0, ahead.toMillis());
  }

  Duration ahead() {
    return Duration.ofMillis(milliseconds.getLong(0));
  }
}
