package dev.annals.command.compat.mainbrainer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.session.TokenId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's published token, but for the person in it and what nobody should tell of one. */
class MainBrainerClaimsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SOAP = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
  private static final String MICROSOFT =
      "http://schemas.microsoft.com/ws/2008/06/identity/claims/";
  private static final Path GOLDEN = Path.of("src/test/resources/mainbrainer/payload.json");

  private static final MainBrainerSettings SETTINGS =
      new MainBrainerSettings(
          true,
          null,
          "",
          null,
          "http://localhost:44306/",
          "Apiv2",
          "localhost,*.loyaltycommunication.com",
          "UTC+05:30~Asia/Kolkata",
          "en-IN");
  private static final Holder HOLDER =
      Holder.of(
          1087, new Login("zoë+us@example.com"), Optional.of(new DisplayName("Zoë \"Z\" Example")));
  private static final TokenId JTI = TokenId.parse("54E28E4C-57BD-4210-A0B9-5C5F042D0F99");
  private static final Lifetime LIFETIME =
      new Lifetime(
          Instant.parse("2021-07-19T10:40:46.590Z"), Instant.parse("2021-09-17T10:40:46.590Z"));

  private final String payload = new MainBrainerClaims(SETTINGS).payload(HOLDER, JTI, LIFETIME);

  @Test
  void claims_are_called_ordered_and_typed_as_in_the_published_token() {
    var claims = JSON.readTree(payload);

    assertThat(claims.propertyNames())
        .containsExactly(
            SOAP + "name",
            SOAP + "nameidentifier",
            MICROSOFT + "role",
            SOAP + "dns",
            "usr",
            "UTCTimeOffset",
            "CultureCode",
            "family_name",
            "email",
            "website",
            "jti",
            MICROSOFT + "expiration",
            MICROSOFT + "expired",
            "nbf",
            "exp",
            "iss",
            "aud");
    claims.forEachEntry((name, value) -> {
      boolean isTime = name.equals("nbf") || name.equals("exp");
      assertThat(isTime ? value.isIntegralNumber() : value.isString()).as(name).isTrue();
    });
  }

  @Test
  void claims_have_the_values_of_the_published_token() {
    var claims = JSON.readTree(payload);

    assertThat(claims.required(SOAP + "name").asString()).isEqualTo("1087");
    assertThat(claims.required(MICROSOFT + "role").asString()).isEqualTo("user");
    assertThat(claims.required("website")).isEqualTo(claims.required(SOAP + "dns"));
    assertThat(claims.required(MICROSOFT + "expiration").asString())
        .isEqualTo("2021-07-19 10:40:46.590");
    assertThat(claims.required(MICROSOFT + "expired").asString())
        .isEqualTo("2021-09-17 10:40:46.590");
    assertThat(claims.required("nbf").asLong()).isEqualTo(1626691246);
    assertThat(claims.required("exp").asLong()).isEqualTo(1631875246);
    assertThat(claims.required("jti").asString()).isEqualTo("54e28e4c-57bd-4210-a0b9-5c5f042d0f99");
  }

  @Test
  void a_payload_is_the_same_for_ever() throws IOException {
    assertThat(payload).isEqualTo(Files.readString(GOLDEN).strip());
  }

  @Test
  void usr_holds_what_is_harmless_and_nothing_else() throws IOException {
    var user = unpacked(JSON.readTree(payload).required("usr").asString());

    assertThat(user.propertyNames())
        .containsExactly("Id", "Name", "Email", "AccountName", "CultureCode", "UTCTimeOffset");
    assertThat(user.required("Id").isInt()).isTrue();
    assertThat(user.required("Id").asInt()).isEqualTo(1087);
    assertThat(user.required("Name").asString()).isEqualTo("Zoë \"Z\" Example");
    assertThat(user.required("Email").asString()).isEqualTo("zoë+us@example.com");
    assertThat(user.required("AccountName").asString()).isEqualTo("zoë+us");
  }

  /** As a .NET program would: four bytes of length, then gzip. */
  private static JsonNode unpacked(String usr) throws IOException {
    var packed = ByteBuffer.wrap(Base64.getDecoder().decode(usr)).order(ByteOrder.LITTLE_ENDIAN);
    int length = packed.getInt();
    var gzip = new byte[packed.remaining()];
    packed.get(gzip);
    byte[] text = new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    assertThat(text).hasSize(length);
    return JSON.readTree(new String(text, UTF_8));
  }

  @Test
  void who_has_no_name_is_called_by_what_stands_before_the_at() {
    var nameless = Holder.of(7, new Login("Tom@example.com"), Optional.empty());
    var claims = JSON.readTree(new MainBrainerClaims(SETTINGS).payload(nameless, JTI, LIFETIME));

    assertThat(claims.required("family_name").asString()).isEqualTo("tom");
    assertThat(claims.required("email").asString()).isEqualTo("tom@example.com");
    assertThat(Holder.of(7, new Login("tom"), Optional.empty()).name()).isEqualTo("tom");
  }

  @Test
  void nobody_is_named_in_a_log_line() {
    assertThat(HOLDER.toString()).doesNotContain("zoë", "Zoë").contains("1087");
  }
}
