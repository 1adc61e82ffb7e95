package dev.annals.address;

import java.util.List;

/** The two ways in which a proxy says for whom it speaks. It writes one and passes on the other. */
public enum ForwardingHeader {
  /** <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, 4</a>. */
  FORWARDED("Forwarded"),
  /** What everybody did before. */
  X_FORWARDED_FOR("X-Forwarded-For");

  private final String headerName;

  ForwardingHeader(String headerName) {
    this.headerName = headerName;
  }

  public String headerName() {
    return headerName;
  }

  /** Who is said to have asked, the nearest last; what cannot be read is no address either. */
  List<String> nodes(String line) {
    return switch (this) {
      case FORWARDED -> ForwardedLine.nodes(line);
      case X_FORWARDED_FOR -> List.of(line.split(",", -1));
    };
  }
}
