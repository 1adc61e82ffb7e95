package dev.annals.store.axon;

import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/** Axon's words for what to look at, in ours. */
final class AxonCriteria {
  /** Matches only criteria that match every event; flattening them loses that. */
  private static final QualifiedName ANYTHING = new QualifiedName("dev.annals.store", "Anything");

  private AxonCriteria() {}

  static Criteria criteria(EventCriteria criteria) {
    if (!criteria.hasCriteria() || criteria.matches(ANYTHING, Set.of())) {
      return Criteria.everything();
    }
    return new Criteria(
        criteria.flatten().stream()
            .map(AxonCriteria::criterion)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Criterion criterion(EventCriterion criterion) {
    return new Criterion(
        tags(criterion.tags()),
        criterion.types().stream()
            .map(QualifiedName::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  static Set<String> tags(Set<Tag> tags) {
    return tags.stream().map(AxonCriteria::text).collect(Collectors.toUnmodifiableSet());
  }

  /** {@code key:value}; a colon in the key would make two tags one. */
  private static String text(Tag tag) {
    if (tag.key().indexOf(':') >= 0) {
      throw new IllegalArgumentException("the key of a tag must not hold a colon");
    }
    return tag.key() + ":" + tag.value();
  }

  static Condition condition(AppendCondition condition) {
    var marker = condition.consistencyMarker();
    if (marker.equals(ConsistencyMarker.INFINITY)) {
      return Condition.NONE;
    }
    return Condition.nothing(
        criteria(condition.criteria()), Math.max(0, GlobalIndexConsistencyMarker.position(marker)));
  }
}
