package dev.annals.query.activity;

import dev.annals.query.activity.ActivityQuestion.Bucket;
import dev.annals.query.activity.ActivityQuestion.Dimension;
import dev.annals.query.asof.AsOf.Moment;
import dev.annals.query.asof.Freshness;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Enquiry;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import dev.annals.query.recording.Asked;
import dev.annals.query.recording.Recording;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often what happened, by the hour or by the day. */
@RestController
final class ActivityEndpoint {
  private static final Set<String> VIEWS = Set.of("activity");
  private static final int TOP = 20;

  private final Activity activity;
  private final Freshness freshness;
  private final Recording recording;
  private final InstantSource clock;

  ActivityEndpoint(Views views, Freshness freshness, Recording recording, InstantSource clock) {
    this.activity = new Activity(views);
    this.freshness = freshness;
    this.recording = recording;
    this.clock = clock;
  }

  /** Counts, in the order of time. */
  record Counts(Instant from, Instant to, String bucket, List<Count> counts, long position) {
    Counts {
      counts = List.copyOf(counts);
    }
  }

  /**
   * How often something happened in one hour or day.
   *
   * @param addressIndex tells addresses apart, not what they are
   */
  record Count(
      Instant at,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable String family,
      @Nullable String addressIndex,
      @Nullable UUID account,
      long count) {
    static Count of(ActivityCount count) {
      return new Count(
          count.at(),
          count.outcome().orElse(null),
          count.reason().orElse(null),
          count.family().orElse(null),
          count.addressIndex().orElse(null),
          count.account().orElse(null),
          count.count());
    }
  }

  @GetMapping("/v1/activity")
  @Asks(
      parameters = {"from", "to", "bucket", "by", "top"},
      views = "activity")
  Counts counts(Parameters asked, Enquiry enquiry) {
    var question = question(asked);
    long position = freshness.reached(VIEWS);
    var counts = activity.counts(question).stream().map(Count::of).toList();
    recording.note(enquiry, Asked.all("activity", asked.recorded(Map.of()), position));
    return new Counts(
        question.first(), question.to(), Words.of(question.bucket()), counts, position);
  }

  /** Without a time it is the last day. */
  private ActivityQuestion question(Parameters asked) {
    var to = instant("to", asked).orElseGet(clock::instant);
    var from = instant("from", asked).orElse(to.minus(Duration.ofDays(1)));
    var bucket = asked.value("bucket", "must be hour or day", word(Bucket.values()));
    var by = asked.value("by", "must name outcome, reason, family, address or account", this::by);
    int top = asked.whole("top", ActivityQuestion.MOST_GROUPS, TOP);
    try {
      return new ActivityQuestion(
          from, to, bucket.orElse(Bucket.HOUR), by.orElse(Set.of(Dimension.OUTCOME)), top);
    } catch (IllegalArgumentException e) {
      throw Problem.field("from", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Instant> instant(String name, Parameters asked) {
    return asked
        .moment(name)
        .map(moment -> {
          if (moment instanceof Moment(var at)) {
            return at;
          }
          throw Problem.field(name, "must be an instant such as 2030-01-31T12:00:00Z");
        });
  }

  private Optional<Set<Dimension>> by(String text) {
    var found = EnumSet.noneOf(Dimension.class);
    for (var part : text.split(",", -1)) {
      var dimension = word(Dimension.values()).apply(part);
      if (dimension.isEmpty()) {
        return Optional.empty();
      }
      found.add(dimension.get());
    }
    return Optional.of(found);
  }

  private static <E extends Enum<E>> Function<String, Optional<E>> word(E[] values) {
    return text -> Arrays.stream(values).filter(value -> Words.of(value).equals(text)).findFirst();
  }
}
