package dev.annals.query.http;

import dev.annals.address.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from a servlet request what the record of a question needs to know. */
final class Enquiries {
  private static final String REQUEST_ID = "X-Request-Id";
  private static final int LONGEST_USER_AGENT = 256;
  private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private final ClientAddress addresses;

  Enquiries(ClientAddress addresses) {
    this.addresses = addresses;
  }

  Enquiry of(Asker asker, HttpServletRequest request, HttpServletResponse response) {
    return new Enquiry(
        asker,
        requestId(response),
        Optional.ofNullable(request.getHeader("X-Correlation-Id"))
            .filter(id -> CORRELATION.matcher(id).matches()),
        address(request),
        Optional.ofNullable(request.getHeader("User-Agent")).map(Enquiries::cut));
  }

  /** Whoever gave the request its id has put it on the answer. */
  static String requestId(HttpServletResponse response) {
    var id = response.getHeader(REQUEST_ID);
    return id == null ? "unknown" : id;
  }

  private String address(HttpServletRequest request) {
    var lines = Collections.list(request.getHeaders(addresses.header().headerName()));
    return addresses.of(request.getRemoteAddr(), lines);
  }

  private static String cut(String userAgent) {
    var clean = CONTROL.matcher(userAgent).replaceAll("?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_USER_AGENT));
  }
}
