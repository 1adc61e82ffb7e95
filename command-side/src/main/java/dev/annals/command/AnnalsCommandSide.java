package dev.annals.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The command side as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnnalsCommandSide {
  public static void main(String[] arguments) {
    var _ = SpringApplication.run(AnnalsCommandSide.class, arguments);
  }
}
