package dev.annals.command.http;

import java.util.List;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Listens at the families' own ports exactly as at ours: same address, threads, limits and TLS. */
public final class ListeningTomcat extends TomcatServletWebServerFactory {
  private final Outlets outlets;

  /** Spring Boot makes a second one like this if management has a port of its own. */
  public ListeningTomcat() {
    this(new Outlets(List.of(), 0));
  }

  public ListeningTomcat(Outlets outlets) {
    this.outlets = outlets;
  }

  @Override
  protected void customizeConnector(Connector shared) {
    super.customizeConnector(shared);
    for (var own : outlets.connectors()) {
      int port = own.getPort();
      super.customizeConnector(own);
      own.setPort(port);
      addAdditionalConnectors(own);
    }
  }
}
