package dev.annals.command.password;

/**
 * How much work Argon2id does (<a href="https://www.rfc-editor.org/rfc/rfc9106#section-3.1">RFC
 * 9106, 3.1</a>), within what one sign-in may cost us whoever wrote the parameters.
 */
public record KdfParameters(int memoryKiB, int passes, int lanes) {
  private static final int MOST_MEMORY_KIB = 256 * 1024;
  private static final int MOST_PASSES = 32;
  private static final int MOST_LANES = 16;
  private static final int LEAST_MEMORY_KIB_PER_LANE = 8;

  public KdfParameters {
    require(lanes >= 1 && lanes <= MOST_LANES, "lanes", MOST_LANES);
    require(passes >= 1 && passes <= MOST_PASSES, "passes", MOST_PASSES);
    require(
        memoryKiB >= LEAST_MEMORY_KIB_PER_LANE * lanes && memoryKiB <= MOST_MEMORY_KIB,
        "KiB of memory",
        MOST_MEMORY_KIB);
  }

  private static void require(boolean holds, String what, int most) {
    if (!holds) {
      throw new IllegalArgumentException("too few " + what + ", or more than " + most);
    }
  }
}
