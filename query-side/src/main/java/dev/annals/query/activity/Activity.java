package dev.annals.query.activity;

import dev.annals.query.activity.ActivityQuestion.Dimension;
import dev.annals.query.upkeep.Views;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers how often what happened. */
public final class Activity {
  private final Views views;

  public Activity(Views views) {
    this.views = views;
  }

  /** The counts in the order of time, the greatest groups first in each bucket. */
  public List<ActivityCount> counts(ActivityQuestion question) {
    return views.ask(
        connection -> counts(connection, sql(views.schema(ActivityView.NAME), question), question));
  }

  /**
   * Groups are ranked by their sum over the whole time, so that a group is there in every bucket.
   */
  private static String sql(String schema, ActivityQuestion question) {
    var columns =
        Arrays.stream(Dimension.values())
            .map(each -> question.by().contains(each) ? each.column() : none(each))
            .collect(Collectors.joining(", "));
    var groups =
        Arrays.stream(Dimension.values())
            .filter(question.by()::contains)
            .map(Dimension::column)
            .toList();
    var listed = groups.stream().map(column -> ", " + column).collect(Collectors.joining());
    var partition = groups.isEmpty() ? "" : "partition by " + String.join(", ", groups);
    return """
    with counted as (
      select date_trunc('%1$s', hour, 'UTC') as bucket%2$s, sum(count)::bigint as times
      from %3$s.activity where hour >= ? and hour < ? group by bucket%2$s),
    summed as (select *, sum(times) over (%4$s) as total from counted),
    ranked as (select *, dense_rank() over (order by total desc%2$s) as rank from summed)
    select bucket, %5$s, times from ranked where rank <= ? order by bucket, rank
    """
        .formatted(question.bucket().sql(), listed, schema, partition, columns);
  }

  private static String none(Dimension dimension) {
    return (dimension == Dimension.ACCOUNT ? "null::uuid as " : "null::text as ")
        + dimension.column();
  }

  private static List<ActivityCount> counts(
      Connection connection, String sql, ActivityQuestion question) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, question.first().atOffset(ZoneOffset.UTC));
      statement.setObject(2, question.to().atOffset(ZoneOffset.UTC));
      statement.setInt(3, question.top());
      try (var row = statement.executeQuery()) {
        var counts = new ArrayList<ActivityCount>();
        while (row.next()) {
          counts.add(count(row));
        }
        return counts;
      }
    }
  }

  private static ActivityCount count(ResultSet row) throws SQLException {
    return new ActivityCount(
        row.getObject("bucket", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("family")),
        Optional.ofNullable(row.getString("address_index")),
        Optional.ofNullable(row.getObject("account", UUID.class)),
        row.getLong("times"));
  }
}
