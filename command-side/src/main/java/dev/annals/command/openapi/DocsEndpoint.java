package dev.annals.command.openapi;

import dev.annals.command.desk.Problem;
import java.net.URI;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A page on which the interface can be read and tried. It asks no other host for anything. */
@RestController
final class DocsEndpoint {
  /** Swagger UI draws its arrows from data URLs, and styles what it lays out as it goes. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private static final Map<String, MediaType> FILES =
      Map.of(
          "swagger-ui.css", new MediaType("text", "css"),
          "swagger-ui-bundle.js", new MediaType("text", "javascript"),
          "favicon-32x32.png", MediaType.IMAGE_PNG,
          "docs.css", new MediaType("text", "css"),
          "docs.js", new MediaType("text", "javascript"));

  private final SwaggerUi swagger = new SwaggerUi();

  @GetMapping("/docs")
  ResponseEntity<Resource> page() {
    return answer(MediaType.TEXT_HTML, own("docs.html"));
  }

  @GetMapping("/docs/")
  ResponseEntity<Void> pageWithSlash() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("../docs")).build();
  }

  /** Of all that Swagger UI ships, what the page needs. */
  @GetMapping("/docs/{file}")
  ResponseEntity<Resource> file(@PathVariable("file") String file) {
    var type = FILES.get(file);
    if (type == null) {
      throw Problem.of(404, "not-found", "There is no such file.");
    }
    return answer(type, file.startsWith("docs.") ? own(file) : swagger.file(file));
  }

  private static Resource own(String file) {
    return new ClassPathResource("openapi/" + file);
  }

  private static ResponseEntity<Resource> answer(MediaType type, Resource resource) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .body(resource);
  }
}
