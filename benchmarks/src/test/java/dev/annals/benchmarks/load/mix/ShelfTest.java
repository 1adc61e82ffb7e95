package dev.annals.benchmarks.load.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private final Shelf shelf = new Shelf();
  private final List<Held> dealt = Stream.generate(ShelfTest::held).limit(3).toList();

  ShelfTest() {
    dealt.forEach(shelf::deal);
  }

  @Test
  void what_is_new_takes_the_place_of_the_oldest() {
    var fourth = held();
    var fifth = held();

    shelf.add(fourth);
    shelf.add(fifth);

    assertThat(shelf.all()).containsExactly(dealt.get(2), fourth, fifth);
  }

  @Test
  void what_is_new_fills_the_room_of_what_was_removed() {
    var fourth = held();
    shelf.remove(dealt.get(1));

    shelf.add(fourth);

    assertThat(shelf.all()).containsExactly(dealt.get(0), dealt.get(2), fourth);
  }

  @Test
  void all_have_their_turn_while_they_are_replaced() {
    assertThat(taken(2)).containsExactly(dealt.get(0), dealt.get(1));
    var fourth = held();

    shelf.add(fourth);

    assertThat(taken(4)).containsExactly(dealt.get(2), fourth, dealt.get(1), dealt.get(2));
  }

  private List<Held> taken(int times) {
    return IntStream.range(0, times).mapToObj(_ -> shelf.next(0).orElseThrow()).toList();
  }

  private static Held held() {
    return new Held(Map.of());
  }
}
