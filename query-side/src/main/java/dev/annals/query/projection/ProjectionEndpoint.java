package dev.annals.query.projection;

import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Enquiry;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.Progress;
import dev.annals.query.upkeep.ViewState;
import dev.annals.query.upkeep.Views;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows how the projections are doing, which elsewhere here are called views, and rebuilds them.
 */
@RestController
final class ProjectionEndpoint {

  private final Views views;
  private final Recording recording;

  ProjectionEndpoint(Views views, Recording recording) {
    this.views = views;
    this.recording = recording;
  }

  /**
   * How a projection is doing.
   *
   * @param lag how many events it has yet to read
   * @param error what stops it or keeps it waiting
   */
  record Shown(
      String name,
      int version,
      String state,
      int generation,
      long position,
      long head,
      long lag,
      @Nullable String error,
      @Nullable Build rebuild) {
    static Shown of(ViewState view) {
      return new Shown(
          view.name(),
          view.version(),
          view.phase().name().toLowerCase(Locale.ROOT),
          view.generation(),
          Math.max(0, view.position()),
          view.head(),
          Math.max(0, view.head() - Math.max(0, view.position())),
          view.error().orElse(null),
          view.build().map(Build::of).orElse(null));
    }
  }

  /**
   * A build that is under way, or the last one.
   *
   * @param percent of the log that has been read
   */
  record Build(
      String state,
      int percent,
      long position,
      long head,
      long eventsPerSecond,
      @Nullable String error) {
    static Build of(Progress progress) {
      return new Build(
          progress.state().name().toLowerCase(Locale.ROOT),
          progress.percent(),
          progress.position(),
          progress.head(),
          progress.eventsPerSecond(),
          progress.error().orElse(null));
    }
  }

  record Listed(List<Shown> projections) {}

  @GetMapping("/v1/projections")
  @Asks
  Listed all() {
    return new Listed(views.states().stream().map(Shown::of).toList());
  }

  @GetMapping("/v1/projections/{name}")
  @Asks
  Shown one(@PathVariable("name") String name) {
    mustExist(name);
    return Shown.of(views.state(name));
  }

  @PostMapping("/v1/projections/{name}/rebuild")
  @Asks(who = Who.ADMINISTRATORS)
  ResponseEntity<Build> rebuild(@PathVariable("name") String name, Enquiry enquiry) {
    mustExist(name);
    var asked = Asked.all("projections.rebuild", "projection=" + name, views.state(name).head());
    recording.note(enquiry, asked);
    return views
        .rebuild(name)
        .map(progress ->
            ResponseEntity.accepted()
                .header("Location", "/v1/projections/" + name)
                .body(Build.of(progress)))
        .orElseThrow(ProjectionEndpoint::unknown);
  }

  private void mustExist(String name) {
    if (!views.names().contains(name)) {
      throw unknown();
    }
  }

  private static Problem unknown() {
    return Problem.of(404, "projection-unknown", "There is no such projection.");
  }
}
