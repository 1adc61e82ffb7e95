package dev.annals.standalone;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server on one cluster: started, stopped, and found again when we were killed
 * before we could stop it.
 */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final String PATIENCE = "--timeout=300";

  private final PostgresPrograms programs;
  private final Path cluster;
  private final Path log;
  private boolean wanted;

  Postmaster(PostgresPrograms programs, Path cluster, Path log) {
    this.programs = programs;
    this.cluster = cluster;
    this.log = log;
  }

  /** Ready to be connected to when it returns, on the loopback interface only, by password only. */
  synchronized void start(int port) throws IOException {
    wanted = true;
    launch(port);
    recordedProcess().ifPresent(server -> startAgainAfter(server.onExit(), port));
  }

  private void launch(int port) throws IOException {
    keepPreviousLog();
    var settings =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC -c log_checkpoints=off"
            .formatted(port);
    var _ =
        control("start", "--log=" + log, "--options=" + settings)
            .orRefuse("start on %s; the reason is in %s".formatted(cluster, log));
  }

  /** The log must not stay shut because the system, short of memory, picked the server to kill. */
  private void startAgainAfter(CompletableFuture<?> end, int port) {
    var _ = end.thenRunAsync(() -> startAgain(port));
  }

  private synchronized void startAgain(int port) {
    if (!wanted) {
      return;
    }
    try {
      LOG.warn("PostgreSQL ended by itself; starting it again");
      start(port);
    } catch (StartRefused | IOException e) {
      LOG.error("PostgreSQL did not start again; trying once more in a second", e);
      startAgainAfter(new CompletableFuture<>().completeOnTimeout("", 1, TimeUnit.SECONDS), port);
    }
  }

  /** Fast: open transactions are rolled back, everything acknowledged is on disk. */
  synchronized void stop() throws IOException {
    wanted = false;
    if (recordedProcess().filter(this::serves).isPresent()) {
      var _ = control("stop", "--mode=fast").orRefuse("stop");
    }
  }

  private PostgresPrograms.Ended control(String wish, String... how) throws IOException {
    var arguments = new ArrayList<>(List.of(wish, "--silent", "--wait", PATIENCE));
    arguments.add("--pgdata=" + cluster);
    arguments.addAll(List.of(how));
    return programs.run("", "pg_ctl", arguments.toArray(String[]::new));
  }

  /**
   * After a kill -9 of ours the server runs on; after a power cut the process number it left behind
   * may be anybody's, and PostgreSQL would wait for that one.
   */
  void stopOrphan() throws IOException {
    var recorded = recordedProcess();
    if (recorded.filter(this::serves).isPresent()) {
      stop();
    } else if (recorded.isPresent()) {
      disownProcessNumber();
    }
  }

  /** Windows does not tell the arguments of a process. */
  private boolean serves(ProcessHandle process) {
    var info = process.info();
    return info.arguments()
        .map(this::servesCluster)
        .orElseGet(() -> info.command().filter(path -> path.contains("postgres")).isPresent());
  }

  private boolean servesCluster(String[] arguments) {
    var directory = Arrays.asList(arguments).indexOf("-D") + 1;
    return directory > 0
        && directory < arguments.length
        && Path.of(arguments[directory]).equals(cluster);
  }

  /**
   * PostgreSQL takes the number of its own parent for stale, and still checks for leftover memory.
   */
  private void disownProcessNumber() throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(recordFile()));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    var _ = Files.write(recordFile(), lines);
  }

  private Optional<ProcessHandle> recordedProcess() throws IOException {
    if (!Files.exists(recordFile())) {
      return Optional.empty();
    }
    return Files.readAllLines(recordFile()).stream()
        .findFirst()
        .filter(line -> line.matches("\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
  }

  private Path recordFile() {
    return cluster.resolve("postmaster.pid");
  }

  private void keepPreviousLog() throws IOException {
    if (Files.exists(log)) {
      var _ =
          Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), REPLACE_EXISTING);
    }
  }
}
