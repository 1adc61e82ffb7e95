package dev.annals.benchmarks.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who can be compared, by the name that is used on the command line. */
public final class Contenders {
  private Contenders() {}

  /** With a database each, and not started; what has to be fetched is. */
  public static List<Contender> named(List<String> names) throws IOException, InterruptedException {
    var all = new ArrayList<Contender>();
    for (var name : names) {
      all.add(named(name));
    }
    return all;
  }

  private static Contender named(String name) throws IOException, InterruptedException {
    return switch (name) {
      case "annals" -> new AnnalsCommands();
      case "standalone" -> new AnnalsStandalone();
      case "keycloak" -> Keycloak.asShipped(KeycloakDistribution.in(Options.cache()));
      case "keycloak-durable" -> Keycloak.durable(KeycloakDistribution.in(Options.cache()));
      default -> throw new IllegalArgumentException("there is no contender " + name);
    };
  }
}
