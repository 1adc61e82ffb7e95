package dev.annals.query.feed;

import java.util.Optional;

/**
 * How a feed is doing.
 *
 * @param writing whether this is the one that writes the copy; another one stands by
 * @param position the last one copied
 * @param lag records of the topic that are not copied, as far as this feed knows
 * @param trouble what keeps events from the copy, and what can be done about it
 */
public record FeedHealth(boolean writing, long position, long lag, Optional<String> trouble) {}
