package dev.annals.standalone;

import dev.annals.crypto.KeyEncryptionKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Annals on one command: brings its database along and keeps everything in one directory. */
@SpringBootApplication(scanBasePackages = "dev.annals.command", proxyBeanMethods = false)
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
