package dev.annals.standalone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.file.PathUtils;
import org.tukaani.xz.XZInputStream;

/** The packed programs; unpacked once, whole or not at all, and again after an upgrade. */
final class PostgresArchive {

  private static final String PREFIX = "postgresql-programs-";
  private static final int OWNER_MAY_EXECUTE = 0100;

  private final byte[] packed;

  private PostgresArchive(byte[] packed) {
    this.packed = packed;
  }

  static PostgresArchive read(InputStream packed) throws IOException {
    return new PostgresArchive(packed.readAllBytes());
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

  private String fingerprint() {
    var checksum = new CRC32();
    checksum.update(packed);
    return Long.toHexString(checksum.getValue());
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
    try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
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
