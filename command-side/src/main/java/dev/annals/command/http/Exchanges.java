package dev.annals.command.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.annals.address.ClientAddress;
import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Exchange.Repeatable;
import dev.annals.command.desk.OwnDialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** Reads from a servlet request what an exchange needs to know. */
public final class Exchanges {
  static final String DIALECT = "dev.annals.dialect";
  private static final Dialect OWN = new OwnDialect();
  private static final int LONGEST_USER_AGENT = 256;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private final ClientAddress addresses;

  public Exchanges(ClientAddress addresses) {
    this.addresses = addresses;
  }

  Exchange of(HttpServletRequest request) {
    return new Exchange(
        requestId(request),
        Optional.ofNullable(request.getHeader("X-Correlation-Id"))
            .filter(id -> CORRELATION.matcher(id).matches()),
        address(request),
        Optional.ofNullable(request.getHeader("User-Agent")).map(Exchanges::cut),
        dialect(request),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(request.getHeader("Idempotency-Key"))
            .map(key -> repeatable(key, request)));
  }

  /** Of the family that the request was routed to, or else our own. */
  static Dialect dialect(HttpServletRequest request) {
    return request.getAttribute(DIALECT) instanceof Dialect routed ? routed : OWN;
  }

  /** The answer that tells a problem in the words of the family that was asked. */
  static Reply tell(Problem problem, HttpServletRequest request) {
    return dialect(request).tell(problem, requestId(request));
  }

  static String requestId(HttpServletRequest request) {
    return request.getAttribute(ExchangeFilter.REQUEST_ID) instanceof String id ? id : "unknown";
  }

  private String address(HttpServletRequest request) {
    var lines = Collections.list(request.getHeaders(addresses.header().headerName()));
    return addresses.of(request.getRemoteAddr(), lines);
  }

  private static Repeatable repeatable(String key, HttpServletRequest request) {
    if (!KEY.matcher(key).matches()) {
      throw Problem.field(
          "Idempotency-Key", "must be 1 to 255 visible ASCII characters, without spaces");
    }
    var body = new String(body(request), ISO_8859_1);
    return new Repeatable(key, request.getMethod() + " " + request.getRequestURI() + "\n" + body);
  }

  /** The body, one character a byte. */
  static String bodyText(HttpServletRequest request) {
    return new String(body(request), ISO_8859_1);
  }

  static Content content(HttpServletRequest request) {
    return new Content(Optional.ofNullable(request.getContentType()), body(request));
  }

  private static byte[] body(HttpServletRequest request) {
    var read = WebUtils.getNativeRequest(request, ReadRequest.class);
    return read == null ? new byte[0] : read.body();
  }

  private static String cut(@Nullable String userAgent) {
    var clean = CONTROL.matcher(userAgent == null ? "" : userAgent).replaceAll("?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_USER_AGENT));
  }
}
