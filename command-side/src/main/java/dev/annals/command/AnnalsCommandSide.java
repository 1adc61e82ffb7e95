package dev.annals.command;

import dev.annals.command.app.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * The command side as a process of its own. Rooms that hold something for Spring are named one by
 * one, since a start would read every class of the others.
 */
@SpringBootApplication(
    proxyBeanMethods = false,
    scanBasePackages = {
      "dev.annals.command.api",
      "dev.annals.command.app",
      "dev.annals.command.compat",
      "dev.annals.command.http",
      "dev.annals.command.openapi"
    })
@EnableConfigurationProperties(Settings.class)
public class AnnalsCommandSide {
  public static void main(String[] arguments) {
    var _ = SpringApplication.run(AnnalsCommandSide.class, arguments);
  }
}
