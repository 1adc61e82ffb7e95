package dev.annals.query.view;

import java.util.Locale;

/** Enums as tables and answers spell them: {@code like_this}. */
public final class Words {
  private Words() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
