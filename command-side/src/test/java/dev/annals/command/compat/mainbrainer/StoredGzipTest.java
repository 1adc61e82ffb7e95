package dev.annals.command.compat.mainbrainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredGzipTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 572, 32_768, 65_535})
  void anybody_reads_it_back(int length) throws IOException {
    var content = new byte[length];
    new Random(length).nextBytes(content);

    var unpacked = new GZIPInputStream(new ByteArrayInputStream(StoredGzip.of(content)));

    assertThat(unpacked.readAllBytes()).isEqualTo(content);
  }

  @Test
  void it_is_the_same_for_ever() {
    assertThat(HexFormat.of().formatHex(StoredGzip.of(new byte[] {'a', 'b', 'c'})))
        .isEqualTo("1f8b0800000000000003" + "010300fcff" + "616263" + "c2412435" + "03000000");
  }

  @Test
  void what_needs_a_second_block_is_refused() {
    assertThatThrownBy(() -> StoredGzip.of(new byte[65_536]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
