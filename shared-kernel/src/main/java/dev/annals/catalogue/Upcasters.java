package dev.annals.catalogue;

import dev.annals.event.EventName;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts payloads of earlier versions, one version at a time. Each is pure and has a golden file of
 * the version it lifts.
 */
final class Upcasters {
  private static final Map<EventName, UnaryOperator<ObjectNode>> FROM =
      Map.of(
          new EventName("session.started", 1), Upcasters::beforeOneTimePasswords,
          new EventName("session.started", 2), Upcasters::beforeOtherMethods,
          new EventName("api_key.issued", 1), Upcasters::beforeOtherKindsOfKeys);

  private Upcasters() {}

  static ObjectNode lift(EventName stored, int today, ObjectNode payload) {
    var lifted = payload;
    for (int version = stored.version(); version < today; version++) {
      var step = FROM.get(new EventName(stored.name(), version));
      if (step == null) {
        throw new UnreadableEvent("nothing lifts " + stored.name() + " from version " + version);
      }
      lifted = step.apply(lifted);
    }
    return lifted;
  }

  /** Version 1 knew no one-time passwords, so no session had to begin with changing one. */
  private static ObjectNode beforeOneTimePasswords(ObjectNode payload) {
    return payload.put("password_change_required", false);
  }

  /** Version 1 knew keys of our own API and no others. */
  private static ObjectNode beforeOtherKindsOfKeys(ObjectNode payload) {
    return payload.put("kind", "api_key");
  }

  /** Version 2 knew no way to sign in but by password. */
  private static ObjectNode beforeOtherMethods(ObjectNode payload) {
    return payload.put("method", "password");
  }
}
