package dev.annals.benchmarks.fault.world;

import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Wire;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A command side or a query side, and the wire to wherever it listens at the moment. */
public final class Side implements AutoCloseable {
  private final Program program;
  private final Map<String, String> environment;
  private final List<String> arguments;
  private final Wire wire = new Wire();
  private boolean served;

  Side(Program program, Map<String, String> environment, List<String> arguments) {
    this.arguments = List.copyOf(arguments);
    this.program = program;
    this.environment = Map.copyOf(environment);
  }

  public String name() {
    return program.name();
  }

  public Wire wire() {
    return wire;
  }

  /** Does not wait: clients knock from the first moment on. */
  public void launch() {
    served = false;
    var all = new HashMap<>(environment);
    int port = Program.freePort();
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    program.start(all, arguments.toArray(String[]::new));
    wire.to(URI.create("http://127.0.0.1:" + port));
  }

  public void kill() {
    program.kill();
  }

  /**
   * A start without a database ends, and whoever supervises the process starts it again, as in
   * compose; but one that has served must not end by itself.
   */
  boolean isReady() {
    if (!program.isAlive()) {
      if (served) {
        throw new IllegalStateException(name() + " ended by itself");
      }
      launch();
    }
    boolean ready =
        wire.get("/actuator/health/readiness") instanceof Heard.Answer answer
            && answer.status() == 200;
    served |= ready;
    return ready;
  }

  @Override
  public void close() {
    program.close();
    wire.close();
  }
}
