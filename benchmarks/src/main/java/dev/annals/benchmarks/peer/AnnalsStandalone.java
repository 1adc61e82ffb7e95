package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.machine.Postmaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;

/** Both sides in one process, which brings its database along and starts it, too. */
final class AnnalsStandalone implements Contender {
  private final Path data;
  private final Launch launch =
      new Launch("dev.annals.standalone.AnnalsStandalone", List.of("benchmarks"));

  AnnalsStandalone() throws IOException {
    data = Files.createTempDirectory("annals-benchmark-");
  }

  @Override
  public String name() {
    return "Annals standalone";
  }

  @Override
  public Service start() throws IOException, InterruptedException {
    return AnnalsProcess.start(launch, List.of("--annals.data=" + data), Map.of());
  }

  @Override
  public Map<Work, Asked> prepare(Service service) throws IOException, InterruptedException {
    return new AnnalsWork(service).prepare();
  }

  @Override
  public Postmaster postmaster() throws IOException {
    return Postmaster.in(data.resolve("postgresql"));
  }

  /** Nobody but Annals has a password for its database. */
  @Override
  public void settle() {}

  @Override
  public String settings() {
    return "PostgreSQL as Annals sets it, which is as it is shipped";
  }

  @Override
  public void close() throws IOException {
    launch.close();
    var _ = PathUtils.deleteDirectory(data);
  }
}
