package dev.annals.query.whatif;

import dev.annals.credential.WaitPolicy;

/**
 * How sign-ins would have gone under another policy.
 *
 * @param from the first position that is judged
 * @param upTo the last one
 * @param after the affected attempts that are told begin behind this position
 * @param limit at most so many of them are told
 */
public record WhatIfQuestion(WaitPolicy policy, long from, long upTo, long after, int limit) {
  /** Most attempts that one answer tells. */
  public static final int MOST = 1000;
}
