package dev.annals.command.http;

import dev.annals.command.desk.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells as a problem what went wrong before or after an endpoint had its say. */
@RestController
final class UnroutedEndpoint implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<Object> told(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    return Exchanges.tell(of(status), request).entity();
  }

  static Problem of(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "not-found", "The request does not fit this API.");
      case 405 -> Problem.of(405, "method-not-allowed", "The request does not fit this API.");
      case 413 -> Problem.of(413, "request-too-large", "The request is larger than is read here.");
      default ->
          status < 500
              ? Problem.of(status, "invalid-request", "The request does not fit this API.")
              : Problem.of(status, "internal-error", "Something is wrong on our side.");
    };
  }
}
