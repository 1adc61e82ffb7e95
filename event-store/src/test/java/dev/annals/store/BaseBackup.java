package dev.annals.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Copies the files of a running server, as PostgreSQL's own tools do. */
public final class BaseBackup {
  private static final Set<String> ITS_OWN =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  private BaseBackup() {}

  /** Does what is to be done between the beginning and the end of the backup, beside the copy. */
  @FunctionalInterface
  public interface Meanwhile {
    void happens() throws SQLException;
  }

  /** Copies the server that {@code superuser} is connected to. */
  public static void take(Connection superuser, Path from, Path to, Meanwhile meanwhile)
      throws SQLException, IOException {
    try (var statement = superuser.createStatement()) {
      statement.execute("select pg_backup_start('copy', true)");
      Files.walkFileTree(from, new Copying(from, to));
      meanwhile.happens();
      try (var rows = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
        rows.next();
        Files.writeString(to.resolve("backup_label"), rows.getString(1));
      }
    }
  }

  /** What goes while it is copied was not needed. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(
          directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!ITS_OWN.contains(file.getFileName().toString())) {
        try {
          Files.copy(file, to.resolve(from.relativize(file)));
        } catch (NoSuchFileException _) {
          // Gone.
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
