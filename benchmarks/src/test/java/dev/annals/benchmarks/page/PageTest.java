package dev.annals.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.page.Chart.Bar;
import dev.annals.benchmarks.page.Chart.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private static final Page ONE = new Page("one", "The first", PageTest.class);
  private static final Page OTHER = new Page("other", "The second", PageTest.class);

  @TempDir private Path docs;

  @Test
  void a_section_that_is_not_there_yet_comes_last() throws IOException {
    write(ONE, "alpha");
    write(OTHER, "beta");

    assertThat(page())
        .startsWith("# Performance\n\n<!-- one: written by PageTest -->\n## The first\n")
        .containsSubsequence("alpha", "<!-- end of one -->\n\n<!-- other: ", "beta")
        .endsWith("<!-- end of other -->\n");
  }

  @Test
  void a_section_is_replaced_where_it_is_and_nothing_else() throws IOException {
    write(ONE, "alpha");
    write(OTHER, "beta");
    var before = page();

    write(ONE, "gamma");

    assertThat(page()).isEqualTo(before.replace("alpha", "gamma"));
  }

  @Test
  void a_picture_is_a_file_beside_the_page() throws IOException {
    var chart = new Chart("Time", List.of(new Group("codec", List.of(new Bar("a", 1, "1 ns")))));

    ONE.write(docs, "alpha", Map.of("times", chart));

    assertThat(page()).contains("\n\n![Time: codec](performance/times.svg)\n<!-- end");
    assertThat(docs.resolve("performance/times.svg")).content().contains("1 ns a");
  }

  @Test
  void the_command_names_the_main_below_the_root() {
    assertThat(ONE.text("")).contains("-Dbenchmark=page.PageTest");
  }

  private void write(Page page, String body) throws IOException {
    page.write(docs, body, Map.of());
  }

  private String page() throws IOException {
    return Files.readString(docs.resolve("performance.md"));
  }
}
