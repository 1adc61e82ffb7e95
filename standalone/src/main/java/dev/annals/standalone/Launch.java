package dev.annals.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The order of things: directory, key, and the database while the application gets ready for it; at
 * the end application, database, directory.
 */
final class Launch {

  /**
   * Sign-ins would cross a network unencrypted; whoever has TLS in front opens it with
   * server.address.
   */
  private static final String THIS_MACHINE_ONLY = "127.0.0.1";

  /** The foreign APIs, all there for whoever tries Annals out. */
  private static final List<String> FAMILIES = List.of("databrain", "mainbrainer", "datarhei");

  private final ConfigurableEnvironment environment;
  private final String[] arguments;

  private Launch(ConfigurableEnvironment environment, String[] arguments) {
    this.environment = environment;
    this.arguments = arguments;
  }

  static Launch of(String... arguments) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    ConfigurationPropertySources.attach(environment);
    return new Launch(environment, arguments);
  }

  ConfigurableApplicationContext run(SpringApplication application, Supplier<String> newKey) {
    LoggingSystem.get(Launch.class.getClassLoader()).beforeInitialize();
    refuseForeignDatabase();
    var data = DataDirectory.claim(Path.of(environment.getProperty("annals.data", "data")));
    var settings = new HashMap<String, Object>(key(data, newKey));
    settings.put("server.address", THIS_MACHINE_ONLY);
    FAMILIES.forEach(family -> settings.put("annals.compat." + family + ".enabled", "true"));
    application.setDefaultProperties(settings);
    return beside(StartingDatabase.in(data), application);
  }

  /** Finding out what an application consists of takes as long as starting a database. */
  private ConfigurableApplicationContext beside(
      StartingDatabase database, SpringApplication application) {
    application.addInitializers(context ->
        context.addBeanFactoryPostProcessor(
            _ -> context.getEnvironment().getPropertySources().addLast(settings(database))));
    try {
      return application.run(arguments);
    } catch (AbandonedRunException abandoned) {
      var _ = database.started();
      throw abandoned;
    }
  }

  /**
   * Waits, before anything is made; the owner is left out, since the tables are up to date. A
   * refusal the operator will be told by us, and need not hear from Spring.
   */
  private static MapPropertySource settings(StartingDatabase database) {
    try {
      var settings = new HashMap<>(database.started().settings());
      settings.keySet().removeIf(name -> name.startsWith("annals.database.migration."));
      return new MapPropertySource("database", settings);
    } catch (StartRefused refused) {
      throw new AbandonedRunException();
    }
  }

  private Map<String, Object> key(DataDirectory data, Supplier<String> newKey) {
    return isSet("annals.kek") || isSet("annals.kek-file")
        ? Map.of()
        : Map.of("annals.kek-file", KeyFile.in(data, newKey).toString());
  }

  private void refuseForeignDatabase() {
    if (isSet("annals.database.url")) {
      throw new StartRefused(
          "annals.database.url is set, and the standalone Annals brings its own database."
              + " Unset it, or start the command side on that database.");
    }
  }

  private boolean isSet(String name) {
    return environment.containsProperty(name);
  }
}
