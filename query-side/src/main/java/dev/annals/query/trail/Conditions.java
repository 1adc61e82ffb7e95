package dev.annals.query.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rows have to fit, and the values that go into it. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /** One that holds only where a value is asked for. */
  Conditions and(String condition, Optional<?> value) {
    value.ifPresent(asked -> {
      conditions.add(condition);
      parameters.add(asked);
    });
    return this;
  }

  Conditions and(String condition, List<Object> values) {
    conditions.add(condition);
    parameters.addAll(values);
    return this;
  }

  boolean isEmpty() {
    return conditions.isEmpty();
  }

  String sql() {
    return isEmpty() ? "true" : String.join(" and ", conditions);
  }

  List<Object> parameters() {
    return List.copyOf(parameters);
  }
}
