package dev.annals.command.token;

import dev.annals.check.TokenCheck;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Callers;
import java.util.Optional;

/** Tells who calls from tokens and keys that are good, or that were and are in time. */
public record TokenCallers(TokenCheck check) implements Callers {
  @Override
  public Optional<Caller> recognise(String bearer) {
    return check.recognise(bearer).map(Caller::of);
  }

  @Override
  public Optional<Caller> remember(String bearer) {
    return check.remember(bearer).map(Caller::of);
  }
}
