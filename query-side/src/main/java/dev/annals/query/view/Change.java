package dev.annals.query.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What became of one field of one thing.
 *
 * @param kind {@code account}, {@code api_key}, {@code federated_subject} or {@code session}
 * @param id of the thing
 * @param field in snake_case
 */
public record Change(String kind, String id, String field, Value before, Value after) {
  /** The fields in which two states differ; a state that is not there has none. */
  public static List<Change> between(
      String kind, String id, Map<String, Value> before, Map<String, Value> after) {
    var changes = new ArrayList<Change>();
    var fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    for (var field : fields) {
      var old = before.getOrDefault(field, new Value.Nothing());
      var fresh = after.getOrDefault(field, new Value.Nothing());
      if (!old.equals(fresh) && !(before.isEmpty() && isUsual(fresh))) {
        changes.add(new Change(kind, id, field, old, fresh));
      }
    }
    return changes;
  }

  /** What a new thing is unless something is said: not worth saying. */
  private static boolean isUsual(Value value) {
    return value instanceof Value.Plain(var text) && (text.isEmpty() || text.equals("false"));
  }
}
