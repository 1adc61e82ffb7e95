package dev.annals.command.api;

import dev.annals.command.compat.Recorded;
import dev.annals.command.compat.Replayed;
import dev.annals.store.TestPostgres;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Databrain's API answers as its pages say: each file goes on where the one before it ended. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabrainRecordedIT {
  private final Server selfHosted = start();
  private final Server cloud = start("annals.compat.databrain.self-hosted=false");

  private static Server start(String... more) {
    var settings =
        Stream.concat(Stream.of("annals.compat.databrain.enabled=true"), Stream.of(more));
    return Server.start(
        TestPostgres.freshDatabase(), new SettableClock(), settings.toArray(String[]::new));
  }

  @AfterAll
  void stop() {
    selfHosted.close();
    cloud.close();
  }

  @TestFactory
  Stream<DynamicTest> a_self_hosted_instance_answers_as_recorded() {
    var replayed = new Replayed(selfHosted.uri());
    return Stream.of("sign-up", "sign-in", "service-token", "rotate", "reset-password")
        .flatMap(file -> tests(file, replayed));
  }

  @TestFactory
  Stream<DynamicTest> a_cloud_instance_answers_as_recorded() {
    return tests("cloud", new Replayed(cloud.uri()));
  }

  private static Stream<DynamicTest> tests(String file, Replayed replayed) {
    return Recorded.in("databrain/" + file + ".http").stream()
        .map(it -> DynamicTest.dynamicTest(file + ": " + it.name(), () -> replayed.play(it)));
  }
}
