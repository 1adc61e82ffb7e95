package dev.annals.query.http;

import dev.annals.query.problem.Problem;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Chooses the form of an answer by what {@code Accept} prefers (RFC 9110, section 12.5.1). It is
 * read here because beside the command side nobody else does: a command that has happened is
 * answered whatever its caller would rather read.
 */
public final class Formats {
  private Formats() {}

  /**
   * The one that is liked best; of those liked alike, the first.
   *
   * @param offered what there is, our favourite first
   */
  public static MediaType choose(List<String> accept, List<MediaType> offered) {
    var liked = liked(accept);
    if (liked.isEmpty()) {
      return offered.getFirst();
    }
    MimeTypeUtils.sortBySpecificity(liked);
    MediaType best = null;
    double most = 0;
    for (var type : offered) {
      double quality = quality(liked, type);
      if (quality > most) {
        most = quality;
        best = type;
      }
    }
    if (best == null) {
      throw unacceptable();
    }
    return best;
  }

  private static List<MediaType> liked(List<String> accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException _) {
      throw unacceptable();
    }
  }

  /** What the most particular range that covers a type says of it. */
  private static double quality(List<MediaType> liked, MediaType type) {
    return liked.stream()
        .filter(range -> range.includes(type))
        .findFirst()
        .map(MediaType::getQualityValue)
        .orElse(0.0);
  }

  private static Problem unacceptable() {
    return Problem.of(406, "not-acceptable", "The request does not fit this API.");
  }
}
