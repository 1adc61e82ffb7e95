package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.ForeignApi;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Databrain's admin API: everything below {@code /api/v2}. */
public final class DatabrainApi implements ForeignApi {
  private static final String ROOT = "/api/v2";

  private final DatabrainSettings settings;

  public DatabrainApi(DatabrainSettings settings) {
    this.settings = settings;
  }

  @Override
  public Dialect dialect() {
    return worded(Wording.ELSEWHERE);
  }

  @Override
  public Dialect dialect(HttpServletRequest request) {
    return worded(wording(request));
  }

  @Override
  public boolean covers(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** A cloud instance has none of these endpoints, and says so before it reads anything. */
  @Override
  public Optional<Reply> atOnce(HttpServletRequest request) {
    return settings.selfHosted()
            || !request.getMethod().equals("POST")
            || wording(request) == Wording.ELSEWHERE
        ? Optional.empty()
        : Optional.of(
            Replies.error(
                500,
                "SELFHOSTED_APP_ERROR",
                "This feature is only available for self-hosted instances"));
  }

  private Dialect worded(Wording wording) {
    return new DatabrainDialect(wording, settings.tellUnknownUsers());
  }

  private static Wording wording(HttpServletRequest request) {
    return Wording.at(request.getServletPath());
  }
}
