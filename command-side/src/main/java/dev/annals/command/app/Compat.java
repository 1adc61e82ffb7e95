package dev.annals.command.app;

import dev.annals.session.Family;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set, under {@code annals.compat}, for the foreign API families; each is off at first.
 */
public record Compat(
    @DefaultValue Databrain databrain,
    @DefaultValue MainBrainer mainbrainer,
    @DefaultValue Datarhei datarhei) {
  /**
   * Who is asked first where two families are at one place: Databrain's {@code /api/v2} is part of
   * datarhei's {@code /api}.
   */
  List<Entrance> inOrder() {
    return List.of(databrain, mainbrainer, datarhei);
  }

  /** Where a family is reachable: at a port of its own or at ours, below a prefix or without. */
  public sealed interface Entrance {
    Family family();

    boolean enabled();

    @Nullable Integer port();

    String prefix();
  }

  /** What can be set for Databrain's API. */
  public record Databrain(
      @DefaultValue("false") boolean enabled,
      @Nullable Integer port,
      @DefaultValue("") String prefix)
      implements Entrance {
    @Override
    public Family family() {
      return new Family("databrain");
    }
  }

  /** What can be set for MainBrainer's API. */
  public record MainBrainer(
      @DefaultValue("false") boolean enabled,
      @Nullable Integer port,
      @DefaultValue("") String prefix)
      implements Entrance {
    @Override
    public Family family() {
      return new Family("mainbrainer");
    }
  }

  /** What can be set for datarhei's API. */
  public record Datarhei(
      @DefaultValue("false") boolean enabled,
      @Nullable Integer port,
      @DefaultValue("") String prefix)
      implements Entrance {
    @Override
    public Family family() {
      return new Family("datarhei");
    }
  }
}
