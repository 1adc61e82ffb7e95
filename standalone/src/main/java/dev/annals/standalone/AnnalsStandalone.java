package dev.annals.standalone;

import dev.annals.command.AnnalsCommandSide;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.query.Questions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** Annals on one command: brings its database along and keeps everything in one directory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({AnnalsCommandSide.class, Questions.class, QuestionsBesideCommands.class})
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
