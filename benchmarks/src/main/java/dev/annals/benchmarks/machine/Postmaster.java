package dev.annals.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The server process of a PostgreSQL, and those that it has started. */
public record Postmaster(long pid) {

  public static Postmaster in(Path cluster) throws IOException {
    var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
    return new Postmaster(Long.parseLong(lines.getFirst().strip()));
  }

  /** Seconds of processor time, those of its ended children included. */
  public double seconds() {
    var own = Proc.seconds(pid, true);
    return own + children().stream().mapToDouble(child -> Proc.seconds(child, false)).sum();
  }

  /** What it takes of memory, shared pages counted once; in MiB. */
  public double memory() {
    return Stream.concat(Stream.of(pid), children().stream())
        .mapToDouble(Proc::proportionalMemory)
        .sum();
  }

  private List<Long> children() {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .toList();
  }
}
