package dev.annals.command.password;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Passwords that everybody who guesses tries first, looked up whole. */
public final class Blocklist {
  private final List<Row> rows;

  private Blocklist(Row... rows) {
    this.rows = List.of(rows);
  }

  /** The lists that come with Annals, read when first asked for. */
  public static Blocklist shipped() {
    return Shipped.LIST;
  }

  /** A list of one's own. */
  public static Blocklist of(Stream<String> passwords) {
    var lines =
        passwords
            .filter(password -> !password.isEmpty())
            .map(password -> Folded.of(password).text())
            .sorted((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)))
            .map(password -> password + "\n")
            .collect(joining());
    return new Blocklist(new Row(bytes(lines)));
  }

  boolean lists(Folded password) {
    byte[] sought = bytes(password.text());
    return rows.stream().anyMatch(row -> row.has(sought));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A text of sorted lines, searched as it is: nothing that a start would have to wait for. */
  private static final class Row {
    private final byte[] text;

    Row(byte[] text) {
      this.text = text;
    }

    boolean has(byte[] sought) {
      int low = 0;
      int high = text.length;
      while (low < high) {
        int begin = beginOfLine((low + high) >>> 1, low);
        int end = endOfLine(begin);
        int order = Arrays.compareUnsigned(text, begin, end, sought, 0, sought.length);
        if (order == 0) {
          return true;
        }
        low = order < 0 ? end + 1 : low;
        high = order > 0 ? begin : high;
      }
      return false;
    }

    private int beginOfLine(int within, int least) {
      int begin = within;
      while (begin > least && text[begin - 1] != '\n') {
        begin--;
      }
      return begin;
    }

    private int endOfLine(int begin) {
      int end = begin;
      while (text[end] != '\n') {
        end++;
      }
      return end;
    }
  }

  /** The holder idiom: the virtual machine reads the files once, and not before. */
  private static final class Shipped {
    private static final Blocklist LIST =
        new Blocklist(read("common-passwords.txt"), read("long-passwords.txt"));

    /** Folded and sorted by their bytes already. */
    private static Row read(String resource) {
      try (InputStream in = Objects.requireNonNull(Shipped.class.getResourceAsStream(resource))) {
        return new Row(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
