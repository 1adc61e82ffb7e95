package dev.annals.command.openapi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.function.SingletonSupplier;

/** The files of Swagger UI, which its jar keeps under its version. */
final class SwaggerUi {
  private static final String JAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final SingletonSupplier<String> version = SingletonSupplier.of(SwaggerUi::read);

  Resource file(String name) {
    var directory = version.obtain();
    return new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + directory + "/" + name);
  }

  private static String read() {
    try {
      return requireNonNull(
          PropertiesLoaderUtils.loadProperties(new ClassPathResource(JAR)).getProperty("version"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
