package dev.annals.query.feed;

import java.util.Optional;

/**
 * How a relay is doing.
 *
 * @param leading whether this is the one that sends; another one stands by
 * @param position the last one known to be in the topic
 * @param lag events of the log that are not
 * @param trouble why nothing is sent that should be
 */
public record RelayHealth(boolean leading, long position, long lag, Optional<String> trouble) {}
