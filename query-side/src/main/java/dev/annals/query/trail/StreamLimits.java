package dev.annals.query.trail;

import java.time.Duration;

/**
 * What those who follow the trail may take.
 *
 * @param followers at most so many at once
 * @param ofOne of them at most so many of one account
 * @param heartbeat how often something is said where nothing happens
 * @param recheck how often it is asked again whether the token is good
 */
public record StreamLimits(int followers, int ofOne, Duration heartbeat, Duration recheck) {
  public static final StreamLimits USUAL =
      new StreamLimits(1000, 10, Duration.ofSeconds(15), Duration.ofSeconds(5));
}
