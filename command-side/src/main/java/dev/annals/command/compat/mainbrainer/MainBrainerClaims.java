package dev.annals.command.compat.mainbrainer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.session.TokenId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a MainBrainer token says, with the claims and in the order of the vendor's own. */
final class MainBrainerClaims {
  private static final String SOAP = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MICROSOFT =
      "http://schemas.microsoft.com/ws/2008/06/identity/claims/";
  private static final String ROLE = "user";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MainBrainerSettings settings;

  MainBrainerClaims(MainBrainerSettings settings) {
    this.settings = settings;
  }

  /** The claims called {@code expiration} and {@code expired} are when it begins and ends. */
  String payload(Holder holder, TokenId jti, Lifetime lifetime) {
    var number = Long.toString(holder.number());
    return JSON.createObjectNode()
        .put(SOAP + "name", number)
        .put(SOAP + "nameidentifier", number)
        .put(MICROSOFT + "role", ROLE)
        .put(SOAP + "dns", settings.hosts())
        .put("usr", packed(user(holder)))
        .put("UTCTimeOffset", settings.timeZoneOffset())
        .put("CultureCode", settings.locale())
        .put("family_name", holder.name())
        .put("email", holder.login())
        .put("website", settings.hosts())
        .put("jti", jti.toString())
        .put(MICROSOFT + "expiration", Lifetime.inClaim(lifetime.from()))
        .put(MICROSOFT + "expired", Lifetime.inClaim(lifetime.to()))
        .put("nbf", lifetime.from().getEpochSecond())
        .put("exp", lifetime.expiry().getEpochSecond())
        .put("iss", settings.issuer())
        .put("aud", settings.audience())
        .toString();
  }

  /** The vendor's own has the private token in it, and more that is nobody else's business. */
  private ObjectNode user(Holder holder) {
    return JSON.createObjectNode()
        .put("Id", holder.number())
        .put("Name", holder.name())
        .put("Email", holder.login())
        .put("AccountName", holder.shortName())
        .put("CultureCode", settings.locale())
        .put("UTCTimeOffset", settings.timeZoneOffset());
  }

  /** As .NET programs pack a text: its length, then the gzip of it, in base64. */
  private static String packed(ObjectNode user) {
    byte[] text = user.toString().getBytes(UTF_8);
    byte[] gzip = StoredGzip.of(text);
    byte[] both =
        ByteBuffer.allocate(Integer.BYTES + gzip.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(text.length)
            .put(gzip)
            .array();
    return Base64.getEncoder().encodeToString(both);
  }
}
