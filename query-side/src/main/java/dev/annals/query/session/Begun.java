package dev.annals.query.session;

import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.session.SessionEvent.SessionStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session that began in the batch at hand, and may have ended there as well. */
final class Begun {
  private final SessionStarted event;
  private final Recorded recorded;
  private final Instant reached;
  private @Nullable Ending ending;
  private @Nullable Recorded lifted;

  Begun(SessionStarted event, Recorded recorded, Instant reached) {
    this.event = event;
    this.recorded = recorded;
    this.reached = reached;
  }

  SessionStarted event() {
    return event;
  }

  Recorded recorded() {
    return recorded;
  }

  Instant reached() {
    return reached;
  }

  void end(Ending by) {
    if (ending == null) {
      ending = by;
    }
  }

  void lift(Recorded by) {
    if (lifted == null) {
      lifted = by;
    }
  }

  void writeEnd(Rows rows) {
    var _ =
        ending == null
            ? rows.none().none().none().none()
            : rows.add(ending.position()).add(ending.at()).add(ending.reached()).add(ending.why());
  }

  void writeLifting(Rows rows) {
    var _ = lifted == null ? rows.none().none() : rows.add(lifted.position()).add(lifted.at());
  }
}
