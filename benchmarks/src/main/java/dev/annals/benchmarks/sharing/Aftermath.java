package dev.annals.benchmarks.sharing;

import dev.annals.benchmarks.peer.AnnalsCommands;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What the log itself says afterwards of those who shared it, in SQL.
 *
 * @param missing positions that no event has
 * @param sessions whose generations were looked at
 * @param issued generations of refresh tokens in them
 * @param twice generations that were issued more than once
 * @param skipped sessions in which a generation is missing
 */
record Aftermath(long events, long missing, long sessions, long issued, long twice, long skipped) {
  private static final String QUESTION =
      """
      with issued as (
        select told ->> 'session' as session, (told -> 'refresh' ->> 'generation')::int as generation
        from (select convert_from(payload, 'UTF8')::json as told from event
          where name = 'session.tokens_issued') events),
      generations as (
        select session, generation, count(*) as times from issued group by session, generation),
      of_session as (
        select session, sum(times) as issued, sum((times > 1)::int) as twice,
          (max(generation) + 1 <> count(*) or min(generation) <> 0)::int as skipped
        from generations group by session)
      select (select count(*) from event),
        (select max(position) - count(*) from event),
        count(*), sum(issued), sum(twice), sum(skipped)
      from of_session\
      """;

  static Aftermath of(AnnalsCommands annals) throws IOException {
    try (var connection = annals.cluster().connect(AnnalsCommands.DATABASE);
        var statement = connection.createStatement();
        var result = statement.executeQuery(QUESTION)) {
      var _ = result.next();
      return new Aftermath(
          result.getLong(1),
          result.getLong(2),
          result.getLong(3),
          result.getLong(4),
          result.getLong(5),
          result.getLong(6));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  boolean isSound() {
    return events > 0 && missing == 0 && twice == 0 && skipped == 0;
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "Afterwards, in SQL: %d events, %d positions missing; %d refresh tokens in %d sessions, %d generations issued twice, %d sessions with one missing.%n",
        events,
        missing,
        issued,
        sessions,
        twice,
        skipped);
  }
}
