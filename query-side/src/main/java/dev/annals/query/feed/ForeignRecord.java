package dev.annals.query.feed;

/** A record that is no event of ours. Says where it is and what is wrong, never what is in it. */
final class ForeignRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignRecord(String what) {
    super(what);
  }
}
