package dev.annals.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that nobody but their owner may read, where the file system can say so. */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  static Path directory(Path directory) throws IOException {
    return Files.createDirectories(directory, attributes(directory, DIRECTORY));
  }

  static Path temporaryDirectory(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, attributes(parent, DIRECTORY));
  }

  /** Whole or not at all, also when the machine stops in between. */
  static void write(Path file, String line) throws IOException {
    var directory = parent(file);
    var half = Files.createTempFile(directory, ".new-", null, attributes(directory, FILE));
    try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      channel.force(true);
    }
    var _ = Files.move(half, file, ATOMIC_MOVE);
    force(directory);
  }

  static String read(Path file) throws IOException {
    refuseOthers(file);
    return Files.readString(file).strip();
  }

  static void refuseForeignWriters(Path directory) throws IOException {
    if (saysPermissions(directory)) {
      var granted = Files.getPosixFilePermissions(directory);
      if (granted.contains(GROUP_WRITE) || granted.contains(OTHERS_WRITE)) {
        throw new StartRefused(
            "Others may write into %s, which holds keys and the log. Mend it with: chmod go-w '%s'"
                .formatted(directory, directory));
      }
    }
  }

  private static void refuseOthers(Path file) throws IOException {
    if (saysPermissions(file) && !FILE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new StartRefused(
          ("%s holds a secret and its permissions are %s: only its owner may read it."
                  + " If nobody else has read it, mend it with: chmod 600 '%s'")
              .formatted(
                  file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file));
    }
  }

  /** A directory that is not written out may forget, in a power cut, what was moved into it. */
  static void force(Path directory) throws IOException {
    if (saysPermissions(directory)) {
      try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path parent(Path file) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("no directory above " + file);
    }
    return parent;
  }

  private static boolean saysPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileAttribute<?>[] attributes(Path near, Set<PosixFilePermission> permissions) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
