package dev.annals.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {

  private static final String KEY = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
  private static final String OTHER_KEY = "QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI=";

  @TempDir Path parent;
  private DataDirectory data;

  @BeforeEach
  void claim() {
    data = DataDirectory.claim(parent.resolve("data"));
  }

  @AfterEach
  void release() throws IOException {
    data.close();
  }

  @Test
  void a_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
    var file = KeyFile.in(data, () -> KEY);

    assertThat(file).hasContent(KEY + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.new-*");
  }

  @Test
  void a_second_start_keeps_the_key() {
    var first = KeyFile.in(data, () -> KEY);
    var second = KeyFile.in(data, () -> OTHER_KEY);

    assertThat(second).isEqualTo(first).hasContent(KEY + "\n");
  }

  @Test
  void a_key_that_others_can_read_is_refused_with_the_way_to_mend_it() throws IOException {
    var file = KeyFile.in(data, () -> KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> KeyFile.in(data, () -> KEY))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("rw-r-----")
        .hasMessageContaining("chmod 600 '%s'", file)
        .hasMessageNotContaining(KEY);
  }

  @Test
  void a_lost_key_is_not_replaced_by_a_new_one_while_there_is_a_log() throws IOException {
    Files.createDirectory(data.cluster());

    assertThatThrownBy(() -> KeyFile.in(data, () -> KEY))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Put the key back");
    assertThat(data.keyFile()).doesNotExist();
  }

  @Test
  void a_file_that_holds_no_key_is_refused_without_being_quoted() throws IOException {
    for (var content : new String[] {"", "c2hvcnQ=", "not base64!", KEY + KEY, KEY + "\n" + KEY}) {
      OwnerOnly.write(data.keyFile(), content);

      assertThatThrownBy(() -> KeyFile.in(data, () -> KEY))
          .isInstanceOf(StartRefused.class)
          .hasMessage("%s holds no key: expected 32 bytes as one line of base64.", data.keyFile());
    }
  }
}
