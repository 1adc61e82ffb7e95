package dev.annals.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.annals.command.AnnalsCommandSide;
import dev.annals.query.AnnalsQuerySide;
import dev.annals.query.Questions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Rooms with something for Spring are named one by one; what is in another would not be there. */
class PartsTest {
  private static final List<Class<?>> WHOLES =
      List.of(AnnalsCommandSide.class, Questions.class, AnnalsQuerySide.class);

  @Test
  void every_part_is_in_a_room_that_is_looked_into() {
    var rooms = WHOLES.stream().flatMap(PartsTest::rooms).toList();

    assertThat(parts())
        .isNotEmpty()
        .allMatch(part -> rooms.stream().anyMatch(room -> (part + ".").startsWith(room + ".")));
  }

  private static List<String> parts() {
    return new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(new ArchitectureTest.WithoutTestJars())
            .importPackages("dev.annals.command", "dev.annals.query")
            .stream()
            .filter(each -> each.isMetaAnnotatedWith(Component.class))
            .filter(each -> WHOLES.stream().noneMatch(each::isEquivalentTo))
            .map(JavaClass::getPackageName)
            .toList();
  }

  private static Stream<String> rooms(Class<?> whole) {
    var scan = AnnotatedElementUtils.findMergedAnnotation(whole, ComponentScan.class);
    return Arrays.stream(requireNonNull(scan).basePackages());
  }
}
