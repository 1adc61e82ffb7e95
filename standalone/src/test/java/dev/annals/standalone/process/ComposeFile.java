package dev.annals.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker-compose.yml} tells a side, so that it is told the truth there. */
final class ComposeFile {
  private static final Path FILE = Path.of("..", "docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[?-]([^}]*))?}");

  private final JsonNode services;
  private final Map<String, String> given;

  /**
   * The file, read by somebody who has set these variables.
   *
   * @param given whatever else is asked for is the password of every login
   */
  ComposeFile(Map<String, String> given) throws IOException {
    try (var text = Files.newBufferedReader(FILE)) {
      var tree = new JsonMapper().<JsonNode>valueToTree(new Yaml().<Object>load(text));
      services = tree.required("services");
    }
    this.given = Map.copyOf(given);
  }

  /** The environment of a service; a variable without a value is handed on. */
  Map<String, String> environment(String service) {
    var environment = new HashMap<String, String>();
    services
        .required(service)
        .required("environment")
        .forEachEntry((name, value) ->
            environment.put(
                name, value.isNull() ? given.getOrDefault(name, "") : set(value.asString())));
    return environment;
  }

  private String set(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(variable -> given.getOrDefault(variable.group(1), Database.PASSWORD));
  }
}
