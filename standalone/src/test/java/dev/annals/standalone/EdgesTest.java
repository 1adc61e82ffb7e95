package dev.annals.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.annals.command.app.BadStart;
import dev.annals.command.axon.AxonStreams;
import dev.annals.command.compat.LenientJson;
import dev.annals.command.desk.Desk;
import dev.annals.command.password.Password;
import dev.annals.command.throttle.AddressThrottle;
import dev.annals.crypto.Sealing;
import dev.annals.store.EventLog;
import org.springframework.web.bind.annotation.RestController;

/** What the rooms at the edge may know: endpoints, families, and who starts them. */
@AnalyzeClasses(
    packages = "dev.annals",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class EdgesTest {
  private static final String STORE = room(EventLog.class);

  @ArchTest
  static final ArchRule passwords_and_throttles_know_no_spring =
      noClasses()
          .that()
          .resideInAnyPackage(room(Password.class), room(AddressThrottle.class))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule an_endpoint_is_called_one =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .haveSimpleNameEndingWith("Endpoint");

  @ArchTest
  static final ArchRule endpoints_send_commands_through_the_desk =
      noClasses()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.annals.command.decision.Commands");

  @ArchTest
  static final ArchRule names_say_what_something_is =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Manager|Helper|Utils?|Impl|Service|Info|DTO|Dto|Processor)(\\$.*)?");

  @ArchTest
  static final ArchRule nothing_below_knows_the_launcher =
      noClasses()
          .that(not(resideInAPackage(room(AnnalsStandalone.class))))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room(AnnalsStandalone.class));

  @ArchTest
  static final ArchRule nobody_imports_compat_but_the_wiring =
      noClasses()
          .that()
          .resideOutsideOfPackages(room(LenientJson.class), room(BadStart.class))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(room(LenientJson.class));

  @ArchTest
  static final ArchRule compat_translates_and_knows_no_log_no_bus_and_no_key =
      noClasses()
          .that()
          .resideInAPackage(room(LenientJson.class))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              STORE, room(AxonStreams.class), "org.axonframework..", room(Sealing.class));

  @ArchTest
  static final ArchRule http_is_spoken_where_http_is =
      noClasses()
          .that()
          .resideInAnyPackage(STORE, room(AxonStreams.class), room(AddressThrottle.class))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", room(Desk.class));

  private static String room(Class<?> inhabitant) {
    return inhabitant.getPackageName() + "..";
  }
}
