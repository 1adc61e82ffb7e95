package dev.annals.standalone.fault.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL processes that serve one data directory, and no others. */
public final class EmbeddedServer {
  private final Path cluster;

  public EmbeddedServer(Path data) {
    this.cluster = data.resolve("postgresql");
  }

  /** The server, if it is alive; a process number that went to somebody else is not ours. */
  public Optional<ProcessHandle> postmaster() {
    var record = cluster.resolve("postmaster.pid");
    try {
      return Files.exists(record)
          ? Files.readAllLines(record).stream().findFirst().flatMap(this::process)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ProcessHandle> process(String number) {
    return ProcessHandle.of(Long.parseLong(number.strip()))
        .filter(process ->
            process
                .info()
                .arguments()
                .filter(all -> List.of(all).contains(cluster.toString()))
                .isPresent());
  }

  /** SIGKILL to the one that all others belong to; they follow by themselves. */
  public void kill() {
    postmaster().ifPresent(process -> process.destroyForcibly());
  }

  /** SIGSTOP to all of them: connections stay open and nobody answers. */
  public List<ProcessHandle> freeze() throws IOException, InterruptedException {
    var parent = postmaster().orElseThrow();
    signal("-STOP", List.of(parent));
    // Only now that nobody is born any more.
    var all = new ArrayList<>(parent.descendants().toList());
    signal("-STOP", all);
    all.add(parent);
    return all;
  }

  public void thaw(List<ProcessHandle> frozen) throws IOException, InterruptedException {
    signal("-CONT", frozen);
  }

  private static void signal(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (var process : processes) {
      if (process.isAlive()) {
        var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        var _ = kill.waitFor();
      }
    }
  }

  /** Without its settings it cannot start again until {@link #letStart}. */
  public void keepDown() throws IOException {
    var _ = Files.move(settings(), hidden());
  }

  public void letStart() throws IOException {
    var _ = Files.move(hidden(), settings());
  }

  private Path settings() {
    return cluster.resolve("postgresql.conf");
  }

  private Path hidden() {
    return cluster.resolve("postgresql.conf.hidden");
  }

  /** Whatever state it is in. */
  public void end() {
    postmaster()
        .ifPresent(parent -> {
          var children = parent.descendants().toList();
          var _ = parent.destroyForcibly();
          children.forEach(child -> child.destroyForcibly());
          var _ = parent.onExit().join();
          children.forEach(child -> child.onExit().join());
        });
  }
}
