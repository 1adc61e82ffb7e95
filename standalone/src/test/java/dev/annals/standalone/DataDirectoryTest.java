package dev.annals.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

  @TempDir Path parent;

  @Test
  void a_new_directory_is_for_its_owner_only() throws IOException {
    try (var data = DataDirectory.claim(parent.resolve("deep/data"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void a_directory_into_which_others_may_write_is_refused() throws IOException {
    var open = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));

    assertThatThrownBy(() -> DataDirectory.claim(open))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("chmod go-w '%s'", open);
  }

  @Test
  void a_second_annals_in_this_process_is_refused_and_told_who_is_there() throws IOException {
    try (var first = DataDirectory.claim(parent)) {
      assertThatThrownBy(() -> DataDirectory.claim(first.root()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Another Annals (process %d)", ProcessHandle.current().pid());
    }
    DataDirectory.claim(parent).close();
  }

  @Test
  void a_file_in_its_place_is_refused() throws IOException {
    var file = Files.createFile(parent.resolve("data"));

    assertThatThrownBy(() -> DataDirectory.claim(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void a_path_that_a_shell_would_rewrite_is_refused() {
    assertThatThrownBy(() -> DataDirectory.claim(parent.resolve("$HOME")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("in its path");
  }
}
