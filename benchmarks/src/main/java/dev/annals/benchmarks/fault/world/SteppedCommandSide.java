package dev.annals.benchmarks.fault.world;

import dev.annals.command.AnnalsCommandSide;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;

/** The command side as it is, but for the clock, which is told how far ahead it is. */
public final class SteppedCommandSide {
  /** The environment variable that names the {@link ClockFile}. */
  static final String CLOCK = "ANNALS_FAULT_CLOCK";

  private static final String BEAN = "clock";

  private SteppedCommandSide() {}

  public static void main(String... arguments) throws IOException {
    var file = new ClockFile(Path.of(System.getenv(CLOCK)));
    InstantSource clock = () -> Instant.now().plus(file.ahead()).truncatedTo(ChronoUnit.MICROS);
    var application = new SpringApplication(AnnalsCommandSide.class);
    application.addInitializers(context ->
        context.addBeanFactoryPostProcessor(
            beans -> replace((BeanDefinitionRegistry) beans, clock)));
    var _ = application.run(arguments);
  }

  private static void replace(BeanDefinitionRegistry beans, InstantSource clock) {
    beans.removeBeanDefinition(BEAN);
    beans.registerBeanDefinition(BEAN, new RootBeanDefinition(InstantSource.class, () -> clock));
  }
}
