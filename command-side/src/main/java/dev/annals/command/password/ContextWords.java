package dev.annals.command.password;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that others connect with a person or with this service, whole and in their parts. */
final class ContextWords {
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter parts are in too many honest words to tell anything. */
  private static final int SHORTEST = 4;

  private final List<String> words;

  ContextWords(Set<String> ofService, Set<String> ofPerson) {
    this.words =
        Stream.concat(ofService.stream(), ofPerson.stream())
            .map(Folded::of)
            .flatMap(ContextWords::wholeAndParts)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  private static Stream<String> wholeAndParts(Folded word) {
    return Stream.concat(Stream.of(word.text()), SEPARATORS.splitAsStream(word.text()))
        .filter(part -> part.codePointCount(0, part.length()) >= SHORTEST);
  }

  /** Whether a password holds such words, and what is left without them would be guessed. */
  boolean makeUpMostOf(Folded password, Predicate<Folded> isGuessed) {
    Folded remainder = password;
    for (String word : words) {
      remainder = remainder.without(word);
    }
    return !remainder.equals(password) && isGuessed.test(remainder);
  }
}
