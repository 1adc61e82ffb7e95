package dev.annals.standalone;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** An application that still needs its database while it is being closed. */
@SpringBootConfiguration(proxyBeanMethods = false)
class LaunchedApplication {

  static final String KEY = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";

  public static void main(String... arguments) throws InterruptedException {
    var application = new SpringApplication(LaunchedApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    var context = Launch.of(arguments).run(application, () -> KEY);
    System.out.println("ready " + context.getEnvironment().getProperty("server.address"));
    Thread.currentThread().join();
  }

  @Bean
  DisposableBean lastQuery(Environment settings) {
    return () -> System.out.println("asked at the end: " + answer(settings));
  }

  private static boolean answer(Environment settings) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            settings.getRequiredProperty("annals.database.url"),
            settings.getRequiredProperty("annals.database.username"),
            settings.getRequiredProperty("annals.database.password"))) {
      return connection.isValid(0);
    }
  }

  static ProcessBuilder on(Path data) {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            LaunchedApplication.class.getName(),
            "--annals.data=" + data);
    return builder.redirectErrorStream(true);
  }
}
