package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak in production mode, as it is shipped or with commits that are durable. */
final class Keycloak implements OnCluster {
  static final String ADMINISTRATOR = "benchmark-admin";

  /**
   * Since 26.7 Keycloak sends {@code SET LOCAL synchronous_commit TO OFF} for sessions and events.
   * It leaves that alone only where it believes that it runs on Aurora with logical replication.
   */
  private static final Map<String, String> DURABLE = Map.of("wal_level", "logical");

  private static final String LOOKS_LIKE_AURORA =
      "CREATE FUNCTION pg_catalog.aurora_version() RETURNS text LANGUAGE sql AS $$ SELECT 'none' $$";

  private final KeycloakDistribution distribution;
  private final Cluster cluster;
  private final boolean durable;

  /** Always the same: it is in the issuer of its tokens. */
  private final int port = Service.freePort();

  private Keycloak(KeycloakDistribution distribution, boolean durable) throws IOException {
    this.distribution = distribution;
    this.durable = durable;
    cluster = new Cluster(durable ? DURABLE : Map.of());
    cluster.execute("postgres", "CREATE DATABASE keycloak");
    if (durable) {
      cluster.execute("keycloak", LOOKS_LIKE_AURORA);
    }
  }

  static Keycloak asShipped(KeycloakDistribution distribution) throws IOException {
    return new Keycloak(distribution, false);
  }

  static Keycloak durable(KeycloakDistribution distribution) throws IOException {
    return new Keycloak(distribution, true);
  }

  @Override
  public String name() {
    return durable ? "Keycloak, durable" : "Keycloak";
  }

  @Override
  public Service start() throws IOException, InterruptedException {
    var builder =
        distribution.run(
            List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname-strict=false",
                "--cache=local"));
    var environment = new HashMap<String, String>();
    environment.put("KC_DB_URL", cluster.url("keycloak"));
    environment.put("KC_DB_USERNAME", "postgres");
    environment.put("KC_DB_PASSWORD", "postgres");
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR);
    builder.environment().putAll(environment);
    return Service.start(builder, port, "/realms/master");
  }

  @Override
  public Map<Work, Asked> prepare(Service service) throws IOException, InterruptedException {
    return new KeycloakRealm(service).prepare();
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }
}
