package dev.annals.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything that outlives the process lies, held by one process at a time. */
public final class DataDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Creates the directory where there is none, and refuses one that another Annals holds. */
  public static DataDirectory claim(Path directory) {
    try {
      var root = OwnerOnly.directory(directory.toAbsolutePath().normalize());
      OwnerOnly.refuseForeignWriters(root);
      refuseShellCharacters(root);
      return new DataDirectory(root, lock(root.resolve("lock")));
    } catch (IOException e) {
      throw new StartRefused("The data directory %s cannot be used: %s".formatted(directory, e), e);
    }
  }

  Path root() {
    return root;
  }

  Path cluster() {
    return root.resolve("postgresql");
  }

  Path keyFile() {
    return root.resolve("kek");
  }

  boolean holdsDatabase() {
    return Files.exists(cluster());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** PostgreSQL's own starter hands the path to a shell. */
  private static void refuseShellCharacters(Path root) {
    if (root.toString().matches("(?s).*[\"$`\\n].*")) {
      throw new StartRefused(
          "A data directory cannot have \", $, ` or a line break in its path: " + root);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    var channel = FileChannel.open(file, CREATE, READ, WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new StartRefused(
          "Another Annals (process %s) works in %s. Stop it, or choose another directory with annals.data."
              .formatted(Files.readString(file).strip(), file.getParent()));
    }
    var holder = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8));
    var _ = channel.truncate(0).write(holder, 0);
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }
}
