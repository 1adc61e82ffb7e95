package dev.annals.query;

import dev.annals.query.upkeep.CommandLineRebuild;
import dev.annals.query.upkeep.Views;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The side that answers questions, in a process of its own; or rebuilds one of its views. */
@SpringBootApplication(proxyBeanMethods = false, scanBasePackages = "dev.annals.query.app.alone")
@Import(Questions.class)
public class AnnalsQuerySide {
  /** Nobody asks it, and it neither follows nor relays: others do, meanwhile. */
  private static final List<String> BESIDE_OTHERS =
      List.of(
          "--spring.main.web-application-type=none",
          "--annals.query.follow=false",
          "--annals.relay.enabled=false",
          "--logging.level.root=warn");

  public static void main(String[] arguments) {
    var words = new DefaultApplicationArguments(arguments).getNonOptionArgs();
    if (words.isEmpty()) {
      var _ = application().run(arguments);
    } else if (words.size() == 2 && words.getFirst().equals("rebuild")) {
      System.exit(rebuild(words.getLast(), arguments) ? 0 : 1);
    } else {
      System.err.println("Say nothing to answer questions, or: rebuild <view>");
      System.exit(1);
    }
  }

  /** Builds a view anew beside whatever serves it, and shows how far it is. */
  private static boolean rebuild(String view, String[] arguments) {
    var all = Stream.concat(Stream.of(arguments), BESIDE_OTHERS.stream()).toArray(String[]::new);
    try (var context = application().run(all)) {
      var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
      return new CommandLineRebuild(context.getBean(Views.class), System.out, terminal).run(view);
    }
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
