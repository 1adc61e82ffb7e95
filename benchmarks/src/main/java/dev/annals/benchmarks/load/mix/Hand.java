package dev.annals.benchmarks.load.mix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.benchmarks.load.mix.Mix.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One client's part of a mix, which answers renew: it asks one question at a time. */
public final class Hand {
  private final List<Share> shares;
  private final int turns;
  private final List<byte[]> marks;
  private final List<Shelf> shelves;
  private final Rotation rotation;
  private int question;
  private Optional<Held> current = Optional.empty();

  /**
   * An empty one.
   *
   * @param turns after how often something is asked about no more; 0 for no end
   * @param part of a cycle that is already over
   */
  public Hand(List<Share> shares, int turns, double part) {
    this.shares = shares;
    this.turns = turns;
    marks = shares.stream().map(each -> each.question().mark().getBytes(UTF_8)).toList();
    shelves = shares.stream().map(_ -> new Shelf()).toList();
    rotation = new Rotation(shares.stream().mapToInt(Share::weight).toArray(), part);
  }

  /** At the beginning. */
  public void deal(Map<String, String> texts) {
    var held = new Held(texts);
    shelvesOf(held).forEach(shelf -> shelf.deal(held));
  }

  private List<Shelf> shelvesOf(Held held) {
    return IntStream.range(0, shares.size())
        .filter(i -> held.has(shares.get(i).about()))
        .mapToObj(shelves::get)
        .toList();
  }

  /** How many things there are to ask one of the questions about. */
  public int held(int question) {
    return shelves.get(question).all().size();
  }

  /** What the first question is about, as it is now. */
  public List<String> values() {
    return shelves.getFirst().all().stream()
        .map(held -> held.text(shares.getFirst().about()))
        .toList();
  }

  /** Goes on to the next question, and returns whether there is something to ask it about. */
  public boolean next() {
    question = rotation.next();
    current = shelves.get(question).next(turns);
    current.ifPresent(Held::turned);
    return current.isPresent();
  }

  /** Which question it is, by its number in the mix. */
  public int question() {
    return question;
  }

  /** How often what it is about was asked about before, whatever the question. */
  public int before() {
    return current.orElseThrow().turns() - 1;
  }

  public byte[] request(int port) {
    return current.orElseThrow().request(shares.get(question), port);
  }

  /** Returns whether the answer is one, and keeps what it says. */
  public boolean accept(Answer answer) {
    var share = shares.get(question);
    if (!answer.isSuccess() || !answer.contains(marks.get(question))) {
      return false;
    }
    if (share.renews()) {
      current.ifPresent(held -> held.renew(answer));
    }
    if (share.begins()) {
      var begun = begun(answer);
      shelvesOf(begun).forEach(shelf -> shelf.add(begun));
    }
    return true;
  }

  /** With all that other questions are about, as far as it is said. */
  private Held begun(Answer answer) {
    var texts =
        shares.stream()
            .map(Share::about)
            .flatMap(name ->
                answer.member(Answer.before(name)).map(text -> Map.entry(name, text)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Held(texts);
  }

  /** Without an answer, what was good once may be good no more. */
  public void fail() {
    if (shares.get(question).renews()) {
      current.ifPresent(held -> shelves.forEach(shelf -> shelf.remove(held)));
    }
  }

  /** Without what is asked about: that may be a token. */
  @Override
  public String toString() {
    return shares.get(question).question().toString();
  }
}
