package dev.annals.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The side that answers questions, in a process of its own. */
@SpringBootApplication
public class AnnalsQuerySide {
  public static void main(String[] arguments) {
    var _ = SpringApplication.run(AnnalsQuerySide.class, arguments);
  }
}
