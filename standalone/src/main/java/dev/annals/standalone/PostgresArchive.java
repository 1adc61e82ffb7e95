package dev.annals.standalone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.IOSupplier;
import org.tukaani.xz.XZInputStream;

/** The packed programs; unpacked once, whole or not at all, and again after an upgrade. */
final class PostgresArchive {

  private static final String PREFIX = "postgresql-programs-";
  private static final int OWNER_MAY_EXECUTE = 0100;

  private final IOSupplier<InputStream> packed;

  /** Read twice at most, and never held: every start would pay for that with memory. */
  PostgresArchive(IOSupplier<InputStream> packed) {
    this.packed = packed;
  }

  Path unpackIn(Path root) throws IOException {
    var unpacked = root.resolve(PREFIX + fingerprint());
    removeOthers(root, unpacked);
    if (!Files.exists(unpacked)) {
      var half = OwnerOnly.temporaryDirectory(root, PREFIX);
      unpackTo(half);
      var _ = Files.move(half, unpacked, ATOMIC_MOVE);
    }
    return unpacked;
  }

  private String fingerprint() throws IOException {
    try (var checked = new CheckedInputStream(packed.get(), new CRC32())) {
      var _ = checked.transferTo(OutputStream.nullOutputStream());
      return Long.toHexString(checked.getChecksum().getValue());
    }
  }

  private static void removeOthers(Path root, Path unpacked) throws IOException {
    try (var old = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (var other : old) {
        if (!other.equals(unpacked)) {
          var _ = PathUtils.deleteDirectory(other);
        }
      }
    }
  }

  private void unpackTo(Path directory) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed.get())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, directory);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path directory)
      throws IOException {
    var target = entry.resolveIn(directory);
    if (entry.isDirectory()) {
      var _ = Files.createDirectories(target);
      return;
    }
    var _ = Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink() || entry.isLink()) {
      var _ = Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    var _ = Files.copy(content, target);
    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + target);
    }
  }
}
