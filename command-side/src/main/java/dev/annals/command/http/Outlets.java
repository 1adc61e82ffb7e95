package dev.annals.command.http;

import dev.annals.session.Family;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServerFactory;

/**
 * All ways in to the foreign families; where two lead to the same path, the first one is taken. A
 * family with a port of its own is there and nowhere else, and nothing else is there.
 */
public final class Outlets {
  private final List<Outlet> outlets;
  private final Map<Outlet, Connector> own = new LinkedHashMap<>();

  /**
   * Ways in, in the order in which they are asked.
   *
   * @param shared the port of our own API
   */
  public Outlets(List<Outlet> outlets, int shared) {
    this.outlets = List.copyOf(outlets);
    for (var outlet : this.outlets) {
      outlet
          .port()
          .filter(port -> port == 0 || port != shared)
          .ifPresent(port -> own.put(outlet, connector(port)));
    }
  }

  /** One for each port, but each 0 is a port of its own. */
  private Connector connector(int port) {
    return own.values().stream()
        .filter(connector -> port != 0 && connector.getPort() == port)
        .findFirst()
        .orElseGet(() -> opened(port));
  }

  private static Connector opened(int port) {
    var connector = new Connector(TomcatWebServerFactory.DEFAULT_PROTOCOL);
    connector.setThrowOnFailure(true);
    connector.setPort(port);
    return connector;
  }

  Set<Connector> connectors() {
    return new LinkedHashSet<>(own.values());
  }

  /** The port of its own that a family is really at; empty if it shares ours. */
  public OptionalInt port(Family family) {
    return own.entrySet().stream()
        .filter(entry -> entry.getKey().api().dialect().family().equals(family))
        .mapToInt(entry -> entry.getValue().getLocalPort())
        .findFirst();
  }

  /** Where a raw path leads to from this port. */
  Optional<Outlet> find(int port, String path) {
    return first(outlet -> isAt(outlet, port) && outlet.leads(path));
  }

  /** Whose words are spoken at a port that our own API is not at. */
  Optional<Outlet> host(int port) {
    return first(outlet -> own.containsKey(outlet) && isAt(outlet, port));
  }

  private boolean isAt(Outlet outlet, int port) {
    var connector = own.get(outlet);
    return connector == null ? !isOwn(port, own.values()) : connector.getLocalPort() == port;
  }

  private static boolean isOwn(int port, Collection<Connector> connectors) {
    return connectors.stream().anyMatch(connector -> connector.getLocalPort() == port);
  }

  private Optional<Outlet> first(Predicate<Outlet> wanted) {
    return outlets.stream().filter(wanted).findFirst();
  }
}
