package dev.annals.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.catalogue.EventCodec;
import dev.annals.query.random.RandomHistory;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.memory.MemoryLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final MemoryLog log = SameRows.log(RandomHistory.fresh(3, 95));
  private final Pages pages = new Pages(log, new EventCodec(), 10);
  private final Object one = new Object();
  private final Object other = new Object();

  private static Bookmark at(long position) {
    return new Bookmark(position, Optional.empty(), Optional.empty());
  }

  @Test
  void every_event_is_there_once_and_in_order() throws OtherLog {
    var positions = new ArrayList<Long>();
    Decoded page;
    do {
      page = pages.after(at(positions.size()), one);
      page.events().forEach(event -> positions.add(event.position()));
    } while (!page.last());

    assertThat(positions).hasSize(95).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void who_reads_the_same_page_gets_the_same_events() throws OtherLog {
    var first = pages.after(at(20), one).events();
    var second = pages.after(at(23), other).events();

    assertThat(first).hasSize(10);
    assertThat(second).hasSize(7);
    assertThat(second.getFirst()).isSameAs(first.get(3));
  }

  @Test
  void the_end_of_the_log_is_read_again() throws OtherLog {
    assertThat(pages.after(at(90), one).events()).hasSize(5);

    RandomHistory.fresh(4, 2).forEach(event -> log.append(Append.of(event)).join());

    assertThat(pages.after(at(90), one).events()).hasSize(7);
    assertThat(pages.after(at(97), one).events()).isEmpty();
  }

  @Test
  void an_event_that_cannot_be_read_ends_a_page_for_everybody() throws OtherLog {
    var bytes = "{}".getBytes(StandardCharsets.UTF_8);
    var at = Instant.parse("2030-01-01T00:00:00Z");
    var odd = new NewEvent(new UUID(1, 1), at, "account.locked", "1", List.of(), bytes, bytes);
    log.append(Append.of(odd)).join();

    for (var reader : List.of(one, other)) {
      var page = pages.after(at(90), reader);

      assertThat(page.events()).hasSize(5);
      assertThat(page.last()).isTrue();
      assertThatThrownBy(page::requireReadable)
          .isInstanceOf(Unappliable.class)
          .hasMessageStartingWith("account.locked at position 96: unreadable");
    }
  }

  @Test
  void who_is_far_behind_is_not_waited_for() throws OtherLog {
    var long1 = new Pages(SameRows.log(RandomHistory.fresh(5, 300)), new EventCodec(), 10);
    assertThat(long1.after(at(0), other).events()).hasSize(10);

    assertThat(long1.after(at(250), one).events()).hasSize(10);
    long1.leave(other);
  }

  @Test
  void a_page_is_of_the_log_that_its_reader_knows_or_of_none() throws OtherLog {
    var known = Bookmark.of(log.read(19, 1).getFirst());
    assertThat(pages.after(known, one).events()).hasSize(10);

    var elsewhere = new Bookmark(20, known.at(), Optional.of(new UUID(4, 2)));
    assertThatThrownBy(() -> pages.after(elsewhere, one))
        .isInstanceOf(OtherLog.class)
        .hasMessageStartingWith("position 20 of the log holds another event");
    assertThatThrownBy(() -> pages.after(at(110), one))
        .isInstanceOf(OtherLog.class)
        .hasMessageStartingWith("the log ends before position 110");
  }
}
