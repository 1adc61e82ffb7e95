package dev.annals.standalone;

import dev.annals.crypto.KeyEncryptionKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Annals on one command: brings its database along and keeps everything in one directory. */
@SpringBootApplication(proxyBeanMethods = false)
@ComponentScan(
    basePackages = {"dev.annals.command", "dev.annals.query", "dev.annals.standalone"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "dev\\.annals\\.query\\.(AnnalsQuerySide|app\\.alone\\..*)"))
public final class AnnalsStandalone {

  public static void main(String... arguments) {
    try {
      var _ =
          Launch.of(arguments)
              .run(
                  new SpringApplication(AnnalsStandalone.class),
                  () -> KeyEncryptionKey.generate().toBase64());
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }
}
