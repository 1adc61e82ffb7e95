package dev.annals.benchmarks;

import dev.annals.benchmarks.page.Median;
import dev.annals.catalogue.EventCodec;
import dev.annals.event.Event;
import dev.annals.store.axon.EventLogStorageEngine;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.conversion.PassThroughConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.inmemory.InMemoryTokenStore;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What it costs to be told of every event, decoded: a plain loop over the log, against a pooled
 * streaming processor of Axon Framework with one segment, batches of a thousand and its bookmark in
 * memory. Neither does anything with the events.
 */
public final class ProcessorBenchmark {
  private static final int EVENTS = Integer.getInteger("benchmark.events", 500_000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
  private static final String NAME = "account.role_granted";
  private static final String PAYLOAD =
      "{\"account\":\"01990000-0000-7000-8000-000000000001\",\"role\":\"auditor\","
          + "\"at\":\"2026-01-01T00:00:00Z\"}";
  private static final String FILL =
      """
      insert into event (position, id, at, name, version, tags, metadata, payload)
      select p, gen_random_uuid(), now(), '%s', '1', array['account:' || p %% 100000],
        convert_to('{"actor":"system","family":"annals"}', 'UTF8'), convert_to('%s', 'UTF8')
      from generate_series(1, %d) p
      """
          .formatted(NAME, PAYLOAD, EVENTS);

  private ProcessorBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    var server = new BenchmarkDatabase();
    System.out.println("PostgreSQL " + server.version());
    var database = server.fresh();
    BenchmarkDatabase.execute(database, FILL);
    BenchmarkDatabase.execute(database, "vacuum analyze event");
    measure(database);
    server.drop(database);
    System.exit(0);
  }

  /** In turns, so that whatever else the machine does hits both. */
  private static void measure(PGSimpleDataSource database) throws Exception {
    var loop = new double[ROUNDS];
    var processor = new double[ROUNDS];
    var settings = BenchmarkDatabase.settings(database);
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      for (int round = 0; round < ROUNDS; round++) {
        loop[round] =
            perSecond(new Told(), told -> log.replay(0, event -> told.on(event.payload())));
        processor[round] = perSecond(new Told(), told -> process(log, told));
        System.out.printf("loop %8.0f /s   processor %8.0f /s%n", loop[round], processor[round]);
      }
    }
    System.out.printf(
        "median: loop %.0f /s, processor %.0f /s, ratio %.1f%n",
        Median.of(loop), Median.of(processor), Median.of(loop) / Median.of(processor));
  }

  private interface Way {
    void tell(Told told) throws InterruptedException;
  }

  private static double perSecond(Told told, Way way) throws InterruptedException {
    long start = System.nanoTime();
    way.tell(told);
    told.all.await();
    return EVENTS / ((System.nanoTime() - start) / 1e9);
  }

  private static void process(PostgresLog log, Told told) throws InterruptedException {
    var engine = new EventLogStorageEngine(log, PassThroughConverter.INSTANCE);
    var axon =
        EventSourcingConfigurer.create()
            .registerEventStorageEngine(_ -> engine)
            .messaging(messaging ->
                messaging.eventProcessing(processing ->
                    processing.pooledStreaming(streaming ->
                        streaming.processor(
                            "told",
                            module ->
                                module
                                    .eventHandlingComponents(
                                        components -> components.autodetected(_ -> told))
                                    .customized((_, configuration) ->
                                        configuration
                                            .tokenStore(new InMemoryTokenStore())
                                            .initialSegmentCount(1)
                                            .batchSize(1_000)
                                            .initialToken(source -> source.firstToken(null)))))))
            .build();
    axon.start();
    told.all.await();
    axon.shutdown();
  }

  /** Decodes and counts. */
  public static final class Told {
    private final EventCodec codec = new EventCodec();
    private final AtomicLong count = new AtomicLong();
    private final CountDownLatch all = new CountDownLatch(1);

    @EventHandler(eventName = NAME)
    void on(EventMessage message) {
      on(message.payload() instanceof byte[] bytes ? bytes : new byte[0]);
    }

    private void on(byte[] payload) {
      Event event = codec.decode(NAME, "1", payload);
      if (event.at() != null && count.incrementAndGet() == EVENTS) {
        all.countDown();
      }
    }
  }
}
