package dev.annals.query.upkeep;

import com.zaxxer.hikari.HikariDataSource;
import dev.annals.query.upkeep.Generation.Role;
import dev.annals.query.upkeep.Progress.State;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.query.view.View;
import dev.annals.store.LogReading;
import dev.annals.store.Subscription;
import dev.annals.store.sql.Question;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All views of this process: keeps them level with the log, builds them anew, and is asked. */
public final class Views implements AutoCloseable {
  private final Desk desk;
  private final HikariDataSource pool;
  private final Builds builds;
  private final Map<String, Follower> followers = new LinkedHashMap<>();
  private @Nullable Subscription advances;

  public Views(
      Collection<? extends View> views,
      LogReading log,
      QueryDatabase database,
      MeterRegistry registry) {
    this(views, new Desk(log, database, Pace.DEFAULT), registry);
  }

  Views(Collection<? extends View> views, Desk desk, MeterRegistry registry) {
    this.desk = desk;
    pool = desk.database().pool();
    builds = new Builds(desk, this::switched);
    for (var view : views) {
      followers.put(view.name(), new Follower(view, desk, () -> builds.ensure(view)));
    }
    ViewMetrics.register(registry, this, desk.log());
  }

  private void switched(String view) {
    follower(view).again();
  }

  /** Begins to follow the log, and to build what there is not yet. */
  public void start() {
    advances = desk.log().onAdvance(_ -> followers.values().forEach(Follower::news));
    followers.values().forEach(Follower::start);
  }

  public List<String> names() {
    return List.copyOf(followers.keySet());
  }

  /** How far the views are, and how to wait for them. */
  public Waiting waiting() {
    return desk.serving().waiting();
  }

  /** Where the tables of a view are now; to be asked for within a question. */
  public String schema(String view) {
    return desk.serving()
        .of(view)
        .map(Generation::schema)
        .orElseThrow(() -> new ViewUnavailable("view " + view + " is being built", null));
  }

  /**
   * Asks on a connection of its own, read-only and committing each statement; and once more if the
   * tables were dropped meanwhile because others took their place. So a question takes the {@link
   * #schema} anew each time, and has no effect but its answer.
   */
  public <T> T ask(Question<T> question) {
    try {
      return once(question);
    } catch (SQLException e) {
      if (Trouble.isGone(e)) {
        return again(question);
      }
      throw failed(e);
    }
  }

  private <T> T again(Question<T> question) {
    try {
      refresh();
      return once(question);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> T once(Question<T> question) throws SQLException {
    try (var connection = pool.getConnection()) {
      return question.ask(connection);
    }
  }

  private void refresh() throws SQLException {
    try (var connection = pool.getConnection()) {
      for (var follower : followers.values()) {
        var view = follower.view();
        Registry.serving(connection, view.name(), view.version()).ifPresent(desk.serving()::now);
      }
    }
  }

  private static RuntimeException failed(SQLException e) {
    return Trouble.is(e)
        ? new ViewUnavailable("the database of the views cannot be reached", e)
        : new IllegalStateException("a view could not be asked", e);
  }

  /** How every view is doing. */
  public List<ViewState> states() {
    return followers.keySet().stream().map(this::state).toList();
  }

  /** How one view is doing. */
  public ViewState state(String name) {
    var follower = follower(name);
    var last = follower.last();
    var generation = desk.serving().of(name);
    long position = generation.map(Generation::position).orElse(-1L);
    return new ViewState(
        name,
        follower.view().version(),
        generation.isPresent() ? phase(last) : Phase.BUILDING,
        generation.map(Generation::number).orElse(0),
        position,
        Math.max(desk.log().head(), position),
        last.error().or(() -> builds.progress(name).flatMap(Progress::error)),
        builds.progress(name));
  }

  private static Phase phase(Follower.Outcome last) {
    return switch (last.step()) {
      case MORE, LEVEL -> Phase.FOLLOWING;
      case STANDBY -> last.error().isPresent() ? Phase.STOPPED : Phase.STANDING_BY;
      case STOPPED -> Phase.STOPPED;
      case TROUBLE -> Phase.WAITING;
    };
  }

  /** Whether every view has been built and can be asked. */
  public boolean areReady() {
    return followers.keySet().stream().allMatch(name -> desk.serving().of(name).isPresent());
  }

  /** The last event of the log that questions of this view see. */
  Optional<Generation> serving(String name) {
    return desk.serving().of(name);
  }

  /**
   * Begins to build a view anew beside the one that is asked, or joins a build that is under way;
   * empty if there is no such view.
   */
  public Optional<Progress> rebuild(String name) {
    var follower = followers.get(name);
    if (follower == null) {
      return Optional.empty();
    }
    var progress = builds.start(follower.view()).progress();
    follower.again();
    return Optional.of(progress);
  }

  /** The build that is under way, or the last one of this process. */
  public Optional<Progress> build(String name) {
    return builds
        .progress(name)
        .map(build -> build.state() == State.ELSEWHERE ? elsewhere(build) : build);
  }

  /** What another process is at is in the registry, and over when it is not. */
  private Progress elsewhere(Progress build) {
    int version = follower(build.view()).view().version();
    return ask(connection -> Registry.all(connection, build.view())).stream()
        .filter(generation -> generation.role() == Role.BUILDING)
        .filter(generation -> generation.version() == version)
        .findFirst()
        .map(generation -> build.at(State.ELSEWHERE, generation.position()))
        .orElseGet(() -> build.at(State.DONE, build.head()));
  }

  private Follower follower(String name) {
    var follower = followers.get(name);
    if (follower == null) {
      throw new IllegalArgumentException("no such view");
    }
    return follower;
  }

  /** Ends after the transactions that are under way. */
  @Override
  public void close() {
    builds.close();
    if (advances != null) {
      advances.close();
    }
    followers.values().forEach(Follower::close);
    pool.close();
  }
}
