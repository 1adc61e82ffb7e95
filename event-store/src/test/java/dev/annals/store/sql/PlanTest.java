package dev.annals.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.Abridged;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.Range;
import dev.annals.store.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans are made while the table is empty, are kept, and must serve when it is not. */
final class PlanTest {
  private static final int EVENTS = 20_000;
  private static final int LATEST = 96;
  private static final Pattern PAGES = Pattern.compile("^ *Buffers: shared (.*)$");
  private static final Pattern COUNT = Pattern.compile("(?:hit|read)=(\\d+)");

  private static final Map<String, Criteria> CRITERIA =
      Map.of(
          "one_tag",
          Criteria.tag("t:7"),
          "two_tags",
          Criteria.either(new Criterion(Set.of("t:7", "u:1"), Set.of())),
          "tag_and_name",
          Criteria.either(new Criterion(Set.of("t:7"), Set.of("opened", "closed"))),
          "either",
          Criteria.either(
              Criterion.tag("t:7"),
              Criterion.tag("t:8"),
              new Criterion(Set.of("t:9", "u:1"), Set.of("opened"))));

  private static final Map<String, String> EXECUTE = new LinkedHashMap<>();
  private static Connection connection;

  @BeforeAll
  static void plan_on_an_empty_table() throws SQLException {
    connection = new Sessions(TestPostgres.freshDatabase().asOwner().database()).open();
    for (var entry : CRITERIA.entrySet()) {
      plan(entry.getKey(), entry.getValue(), Range.after(0));
      plan(entry.getKey() + "_page", entry.getValue(), Range.after(0).limit(3));
    }
    var few = new Criterion(Set.of("t:7"), Set.of("opened", "closed"));
    plan("abridged", EventQuery.matching(new Abridged(Set.of(few), Criterion.tag("u:1"), LATEST)));
    plan("page", Criteria.everything(), Range.after(EVENTS - 20).limit(10));
    run(
        """
        with tagged as (insert into event_tag
          select tag, p from generate_series(1, %1$d) p,
            unnest(array['t:' || p / 5, 'u:' || p %% 2]) tag)
        insert into event select p, gen_random_uuid(), now(), 'opened', '1',
          array['t:' || p / 5, 'u:' || p %% 2], '{}', '' from generate_series(1, %1$d) p
        """
            .formatted(EVENTS));
  }

  private static void plan(String name, Criteria criteria, Range range) throws SQLException {
    plan(name, EventQuery.matching(criteria, range));
  }

  private static void plan(String name, EventQuery query) throws SQLException {
    var sql = query.sql();
    for (int i = 1; sql.contains("?"); i++) {
      sql = sql.replaceFirst("\\?", "\\$" + i);
    }
    run("prepare " + name + " as " + sql);
    var values =
        query.parameters().stream().map(PlanTest::literal).collect(Collectors.joining(", "));
    EXECUTE.put(name, "execute " + name + "(" + values + ")");
    for (int i = 0; i < 6; i++) {
      run(EXECUTE.get(name));
    }
  }

  private static String literal(Object parameter) {
    return switch (parameter) {
      case String[] texts ->
          Stream.of(texts).map(PlanTest::literal).collect(Collectors.joining(", ", "array[", "]"));
      case String text -> "'" + text + "'";
      default -> parameter.toString();
    };
  }

  private static void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  /** The tables have some five hundred pages; a tag occurs five times. */
  @Test
  void sourcing_touches_only_what_it_returns() throws SQLException {
    assertThat(pages("one_tag")).isLessThan(40);
    assertThat(pages("one_tag_page")).isLessThan(40);
    assertThat(pages("two_tags")).isLessThan(60);
    assertThat(pages("two_tags_page")).isLessThan(60);
    assertThat(pages("tag_and_name")).isLessThan(80);
    assertThat(pages("tag_and_name_page")).isLessThan(80);
  }

  @Test
  void several_criteria_are_one_index_range_each() throws SQLException {
    assertThat(pages("either")).isLessThan(160);
    assertThat(pages("either_page")).isLessThan(160);
  }

  /** Half of all events are {@code u:1}; of each that is read, the index and its own page are. */
  @Test
  void of_a_tag_with_ten_thousand_events_only_those_are_touched_that_are_not_left_out()
      throws SQLException {
    assertThat(rows("abridged")).isEqualTo(1 + LATEST + 5);
    assertThat(pages("abridged")).isLessThan(4 * (1 + LATEST + 5));
  }

  @Test
  void a_page_of_the_log_touches_that_page() throws SQLException {
    assertThat(pages("page")).isLessThan(20);
  }

  @Test
  void no_plan_scans_a_table() throws SQLException {
    for (var name : EXECUTE.keySet()) {
      assertThat(String.join("\n", explain(name, "costs off")))
          .contains("Index")
          .doesNotContain("Seq Scan");
    }
  }

  /** The topmost line counts for all below it. */
  private static int pages(String name) throws SQLException {
    for (var line : explain(name, "analyze, buffers, costs off, timing off, summary off")) {
      var buffers = PAGES.matcher(line);
      if (buffers.matches()) {
        return COUNT
            .matcher(buffers.group(1))
            .results()
            .mapToInt(count -> Integer.parseInt(count.group(1)))
            .sum();
      }
    }
    throw new AssertionError("no count of pages");
  }

  private static int rows(String name) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(EXECUTE.get(name))) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  private static List<String> explain(String name, String options) throws SQLException {
    var lines = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("explain (" + options + ") " + EXECUTE.get(name))) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
