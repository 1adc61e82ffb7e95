package dev.annals.command.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Passwords that everybody who guesses tries first; one sorted row of bytes, looked up whole. */
public final class Blocklist {
  private final byte[] entries;
  private final int[] starts;

  private Blocklist(byte[][] sorted) {
    starts = new int[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      starts[i + 1] = starts[i] + sorted[i].length;
    }
    entries = new byte[starts[sorted.length]];
    for (int i = 0; i < sorted.length; i++) {
      System.arraycopy(sorted[i], 0, entries, starts[i], sorted[i].length);
    }
  }

  /** The list that comes with Annals, read when first asked for. */
  public static Blocklist shipped() {
    return Shipped.LIST;
  }

  /** A list of one's own. */
  public static Blocklist of(Stream<String> passwords) {
    return new Blocklist(
        passwords
            .filter(password -> !password.isEmpty())
            .map(password -> bytes(Folded.of(password)))
            .sorted(Arrays::compareUnsigned)
            .toArray(byte[][]::new));
  }

  public int size() {
    return starts.length - 1;
  }

  boolean lists(Folded password) {
    byte[] sought = bytes(password);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, sought);
      if (order == 0) {
        return true;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return false;
  }

  private int compare(int entry, byte[] sought) {
    return Arrays.compareUnsigned(
        entries, starts[entry], starts[entry + 1], sought, 0, sought.length);
  }

  private static byte[] bytes(Folded password) {
    return password.text().getBytes(StandardCharsets.UTF_8);
  }

  /** The holder idiom: the virtual machine reads the files once, and not before. */
  private static final class Shipped {
    private static final Blocklist LIST =
        of(Stream.of("common-passwords.txt", "long-passwords.txt").flatMap(Shipped::lines));

    private static Stream<String> lines(String resource) {
      try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(resource));
          var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.readAllLines().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
