package dev.annals.benchmarks.fault;

import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command side or a query side, and the wire to wherever it listens at the moment. */
final class Side implements AutoCloseable {
  private final Program program;
  private final Map<String, String> environment;
  private final List<String> arguments;
  private final Wire wire = new Wire();

  Side(Program program, Map<String, String> environment, List<String> arguments) {
    this.arguments = List.copyOf(arguments);
    this.program = program;
    this.environment = Map.copyOf(environment);
  }

  String name() {
    return program.name();
  }

  Wire wire() {
    return wire;
  }

  /** Does not wait: clients knock from the first moment on. */
  void launch() throws IOException {
    var all = new HashMap<>(environment);
    int port = Program.freePort();
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    program.start(all, arguments.toArray(String[]::new));
    wire.to(URI.create("http://127.0.0.1:" + port));
  }

  void kill() {
    program.kill();
  }

  boolean isAlive() {
    return program.isAlive();
  }

  boolean isReady() {
    return wire.get("/actuator/health/readiness") instanceof Heard.Answer answer
        && answer.status() == 200;
  }

  @Override
  public void close() {
    program.close();
    wire.close();
  }
}
