package dev.annals.benchmarks.fault.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own in a file, so that it can be full while the machine's is not. */
public final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "8G";
  private static final long CRUMBS = 1 << 12;

  private final Path mounted;

  private SmallDisk(Path mounted) {
    this.mounted = mounted;
  }

  /** Empty where nobody lets us mount one. */
  static Optional<SmallDisk> mount(Path directory) throws IOException {
    var image = directory.resolve("disk.img");
    var mounted = Files.createDirectories(directory.resolve("disk"));
    boolean done =
        isDone("truncate", "-s", SIZE, image.toString())
            && isDone("mkfs.ext4", "-q", "-m", "0", image.toString())
            && isDone("mount", "-o", "loop", image.toString(), mounted.toString());
    return done ? Optional.of(new SmallDisk(mounted)) : Optional.empty();
  }

  private static boolean isDone(String... command) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      var process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  Path directory() {
    return mounted;
  }

  /** Until not even crumbs fit; what others free meanwhile is taken as well. */
  public void fill() throws IOException {
    int files = 0;
    for (long left = left(); left >= CRUMBS; left = left()) {
      var ballast = mounted.resolve("ballast-" + ++files);
      if (!isDone("fallocate", "-l", Long.toString(left), ballast.toString())
          && !isDone("fallocate", "-l", Long.toString(left / 2), ballast.toString())) {
        return;
      }
    }
  }

  private long left() throws IOException {
    return Files.getFileStore(mounted).getUsableSpace();
  }

  public void free() throws IOException {
    try (var files = Files.newDirectoryStream(mounted, "ballast-*")) {
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  /** The image stays, for whoever has something to look into. */
  @Override
  public void close() {
    if (!isDone("umount", mounted.toString()) && !isDone("umount", "-l", mounted.toString())) {
      System.err.println("Still mounted: " + mounted);
    }
  }
}
