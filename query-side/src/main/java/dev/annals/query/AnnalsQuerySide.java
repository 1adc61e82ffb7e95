package dev.annals.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The side that answers questions, in a process of its own. */
@SpringBootApplication
public class AnnalsQuerySide {
  public static void main(String[] arguments) {
    var _ = application().run(arguments);
  }

  /**
   * The application with what is usual for it. Not in {@code application.properties}: beside the
   * command side, which has its own, only one of them would be read.
   */
  public static SpringApplication application() {
    var application = new SpringApplication(AnnalsQuerySide.class);
    try {
      application.setDefaultProperties(
          PropertiesLoaderUtils.loadProperties(new ClassPathResource("annals-query.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return application;
  }
}
