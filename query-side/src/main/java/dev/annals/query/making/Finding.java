package dev.annals.query.making;

import dev.annals.crypto.KeyId;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about the making of a token.
 *
 * @param why in a sentence
 * @param kid the key of ours that signed it, or that it says has signed it
 * @param source what it goes back to; of an altered one, what it was made from
 * @param differs the parts that are not those of what was issued: {@code header}, {@code payload},
 *     {@code signature}
 */
public record Finding(
    Making making,
    Kind kind,
    String why,
    Optional<KeyId> kid,
    Optional<Source> source,
    List<String> differs) {

  static Finding of(Making making, Kind kind, String why) {
    return new Finding(making, kind, why, Optional.empty(), Optional.empty(), List.of());
  }

  Finding under(KeyId signing) {
    return new Finding(making, kind, why, Optional.of(signing), source, differs);
  }

  Finding from(Source found) {
    return new Finding(making, kind, why, kid, Optional.of(found), differs);
  }

  Finding differingIn(List<String> parts) {
    return new Finding(making, kind, why, kid, source, parts);
  }
}
