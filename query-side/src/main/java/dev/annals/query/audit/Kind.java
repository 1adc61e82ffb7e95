package dev.annals.query.audit;

import dev.annals.query.view.Recorded;

/**
 * What many events have in common of that by which they are looked for: of these there are a few
 * hundred at most, however long the log.
 *
 * @param actor which kind of actor
 */
record Kind(String name, String outcome, String family, String actor) {
  static Kind of(Recorded event, Facets facets) {
    return new Kind(
        event.stored().name(),
        facets.outcome(),
        facets.family(),
        event.circumstances().actor().kind());
  }
}
