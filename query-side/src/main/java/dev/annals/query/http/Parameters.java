package dev.annals.query.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.account.AccountId;
import dev.annals.address.AddressLiteral;
import dev.annals.query.asof.AsOf;
import dev.annals.query.problem.Problem;
import dev.annals.session.SessionId;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a question asks for, read strictly: a value that cannot be meant is told by its name. */
public final class Parameters {
  private static final int MOST = 1000;
  private static final int USUAL = 100;
  private static final int LONGEST_NUMBER = 18;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern UUID_SHAPE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Said of every record in fields of their own, or of no interest to who reads it. */
  private static final Set<String> UNRECORDED = Set.of("account", "session", "min_position");

  private final Map<String, String> values;

  public Parameters(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  /** A filter that is there has a value: an empty one would be taken for none. */
  public Optional<String> text(String name) {
    var value = Optional.ofNullable(values.get(name));
    if (value.filter(String::isEmpty).isPresent()) {
      throw Problem.field(name, "must not be empty");
    }
    return value;
  }

  /** A text that something can be made of, or else is told what it must be. */
  public <T> Optional<T> value(String name, String must, Function<String, Optional<T>> reading) {
    return text(name).map(text -> reading.apply(text).orElseThrow(() -> Problem.field(name, must)));
  }

  public Optional<AccountId> account() {
    return text("account").map(text -> new AccountId(uuid("account", text)));
  }

  public Optional<SessionId> session() {
    return text("session").map(text -> new SessionId(uuid("session", text)));
  }

  public Optional<UUID> uuid(String name) {
    return text(name).map(text -> uuid(name, text));
  }

  /** Goes on only without parameters that would be passed over. */
  public void mustBeWithout(String... names) {
    for (var name : names) {
      if (values.get(name) != null) {
        throw Problem.field(name, "needs as_of");
      }
    }
  }

  /** Goes on only with a parameter that is there. */
  public <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> Problem.field(name, "is missing"));
  }

  /** An address in its plain form, so that all spellings are one. */
  public Optional<String> address() {
    return value("address", "must be an IP address", AddressLiteral::parse)
        .map(InetAddress::getHostAddress);
  }

  /** How many at most. */
  public int limit() {
    return whole("limit", MOST, USUAL);
  }

  /** A number from 1 to the greatest that is allowed. */
  public int whole(String name, int most, int usual) {
    var text = text(name);
    var number =
        text.filter(NUMBER.asMatchPredicate())
            .filter(digits -> digits.length() <= LONGEST_NUMBER)
            .map(Long::parseLong)
            .filter(value -> value >= 1 && value <= most);
    if (text.isPresent() && number.isEmpty()) {
      throw Problem.field(name, "must be 1 to " + most);
    }
    return number.map(Long::intValue).orElse(usual);
  }

  public OptionalLong position(String name) {
    return text(name)
        .map(text -> OptionalLong.of(position(name, text)))
        .orElseGet(OptionalLong::empty);
  }

  public Optional<AsOf> moment(String name) {
    return text(name).map(text -> AsOf.parse(name, text));
  }

  public AsOf asOf() {
    return moment("as_of").orElseGet(AsOf.Now::new);
  }

  /**
   * What was asked for, in one way only, for the record.
   *
   * @param indexed what is said of a parameter in place of its value, which is personal
   */
  public String recorded(Map<String, String> indexed) {
    return values.entrySet().stream()
        .filter(entry -> !UNRECORDED.contains(entry.getKey()))
        .map(entry ->
            entry.getKey()
                + "="
                + URLEncoder.encode(indexed.getOrDefault(entry.getKey(), entry.getValue()), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The id that a path names. */
  public static UUID uuid(String field, String text) {
    return Optional.of(text)
        .filter(UUID_SHAPE.asMatchPredicate())
        .map(UUID::fromString)
        .orElseThrow(() -> Problem.field(field, "must be a UUID"));
  }

  static long position(String field, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw Problem.field(field, "must be 0 or a position");
    }
    if (text.length() > LONGEST_NUMBER) {
      throw Problem.field(field, "lies beyond every position");
    }
    return Long.parseLong(text);
  }
}
