package dev.annals.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.annals.standalone.Rooms.COMMAND_SIDE;
import static dev.annals.standalone.Rooms.KERNEL;
import static dev.annals.standalone.Rooms.LANGUAGE;
import static dev.annals.standalone.Rooms.QUERY_SIDE;
import static dev.annals.standalone.Rooms.RULES;
import static dev.annals.standalone.Rooms.STORE;
import static dev.annals.standalone.Rooms.room;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.decision.Command;
import dev.annals.command.password.Password;
import dev.annals.crypto.Sealing;
import dev.annals.query.feed.KafkaFeed;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Who may know whom. Rooms are named by a class that lives in them, so that renaming a room cannot
 * silence its rule.
 */
@AnalyzeClasses(
    packages = "dev.annals",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
  /** What other modules' tests share is in jars of its own. */
  static final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule only_the_axon_room_and_the_store_know_axon =
      noClasses()
          .that()
          .resideOutsideOfPackages(room(AxonStreams.class), STORE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.axonframework..");

  @ArchTest
  static final ArchRule only_the_crypto_room_knows_cryptography =
      noClasses()
          .that()
          .resideOutsideOfPackage(room(Sealing.class))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.security..", "javax.crypto..", "io.jsonwebtoken..");

  @ArchTest
  static final ArchRule besides_it_only_password_hashing_knows_bouncy_castle =
      noClasses()
          .that()
          .resideOutsideOfPackages(room(Sealing.class), room(Password.class))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule only_the_store_and_the_query_side_know_sql =
      noClasses()
          .that()
          .resideOutsideOfPackages(STORE, QUERY_SIDE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..");

  @ArchTest
  static final ArchRule the_kernel_knows_no_framework_and_nobody_above_it =
      classes()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(KERNEL)
                  .or(resideInAnyPackage(LANGUAGE))
                  .or(
                      resideInAnyPackage(
                          "java.io..",
                          "java.math..",
                          "java.net..",
                          "java.nio..",
                          "java.text..",
                          "java.security..",
                          "javax.crypto..",
                          "com.fasterxml.jackson.annotation..",
                          "com.github.benmanes.caffeine..",
                          "tools.jackson..",
                          "io.jsonwebtoken..",
                          "org.bouncycastle..")));

  @ArchTest
  static final ArchRule where_rules_live_nothing_else_does =
      classes()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(RULES)
                  .or(resideInAnyPackage(KERNEL))
                  .or(resideInAnyPackage(LANGUAGE)));

  @ArchTest
  static final ArchRule rules_meet_no_key_and_no_codec =
      noClasses()
          .that()
          .resideInAnyPackage(RULES)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Sealing.class, EventCatalogue.class);

  @ArchTest
  static final ArchRule nobody_reads_the_clock_or_rolls_dice_while_deciding =
      noClasses()
          .that(assignableTo(Command.class).or(resideInAnyPackage(RULES)))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "instant")
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule the_store_knows_no_side_and_no_spring =
      noClasses()
          .that()
          .resideInAPackage(STORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND_SIDE, QUERY_SIDE, "org.springframework..");

  @ArchTest
  static final ArchRule commands_never_meet_questions =
      noClasses()
          .that()
          .resideInAPackage(COMMAND_SIDE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(QUERY_SIDE)
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule questions_never_meet_commands =
      noClasses()
          .that()
          .resideInAPackage(QUERY_SIDE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(COMMAND_SIDE)
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule only_the_feed_knows_kafka =
      noClasses()
          .that()
          .resideOutsideOfPackage(room(KafkaFeed.class))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule nobody_leans_on_what_a_query_side_alone_needs =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.annals.query.app.alone..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.annals.query.app.alone..");

  @ArchTest
  static final ArchRule rooms_form_no_cycles =
      slices().matching("dev.annals.(**)").should().beFreeOfCycles();
}
