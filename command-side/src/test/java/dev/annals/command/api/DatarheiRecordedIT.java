package dev.annals.command.api;

import dev.annals.command.compat.Recorded;
import dev.annals.command.compat.Replayed;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exchanges that were had with a Core, had with us. */
@ExtendWith(NothingLeaks.class)
class DatarheiRecordedIT {
  private static final DatarheiServer CORE = new DatarheiServer();
  private static final Replayed REPLAYED = CORE.replayed();

  @AfterAll
  static void stop() {
    CORE.close();
  }

  @TestFactory
  Stream<DynamicTest> a_core_answers_as_it_does() {
    return Stream.of("about", "login", "refresh", "guard", "cors", "clients")
        .flatMap(file ->
            Recorded.in("datarhei/" + file + ".http").stream()
                .map(exchange ->
                    DynamicTest.dynamicTest(
                        file + ": " + exchange.name(), () -> REPLAYED.play(exchange))));
  }
}
