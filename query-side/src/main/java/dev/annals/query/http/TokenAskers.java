package dev.annals.query.http;

import dev.annals.check.Bearer;
import dev.annals.check.Bearer.Machine;
import dev.annals.check.Bearer.Person;
import dev.annals.check.TokenCheck;
import dev.annals.event.Actor;
import java.util.Optional;

/** Those who ask, known by the check that both sides run. */
public final class TokenAskers implements Askers {
  private final TokenCheck check;

  public TokenAskers(TokenCheck check) {
    this.check = check;
  }

  @Override
  public Optional<Asker> recognise(String bearer) {
    return check.recognise(bearer).map(TokenAskers::asker);
  }

  private static Asker asker(Bearer bearer) {
    return switch (bearer) {
      case Person person ->
          new Asker(
              person.account(),
              person.roles(),
              Actor.account(person.account().value()),
              Optional.of(person.session()),
              person.restricted());
      case Machine machine ->
          new Asker(
              machine.account(),
              machine.roles(),
              Actor.apiKey(machine.key().value()),
              Optional.empty(),
              false);
    };
  }
}
