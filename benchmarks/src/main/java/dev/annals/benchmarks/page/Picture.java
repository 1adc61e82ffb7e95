package dev.annals.benchmarks.page;

/** What a section shows besides its tables, so that the page need not know how it is drawn. */
public interface Picture {
  String svg();

  /** For whoever cannot see it. */
  String words();
}
