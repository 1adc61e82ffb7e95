package dev.annals.event;

/**
 * What a fact is called on disk. Written once, by hand, never derived from a class.
 *
 * @param name such as {@code account.locked}
 * @param version of the payload's shape, from 1
 */
public record EventName(String name, int version) {
  @Override
  public String toString() {
    return name + "/" + version;
  }
}
