package dev.annals.command.compat.mainbrainer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What whoever has signed in is given, under the names that MainBrainer has for it. */
record TokenAnswer(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("userName") String userName,
    @JsonProperty(".issued") String issued,
    @JsonProperty(".expires") String expires,
    @JsonProperty("timeZoneOffset") String timeZoneOffset,
    @JsonProperty("locale") String locale) {
  TokenAnswer(String token, String userName, Lifetime lifetime, MainBrainerSettings settings) {
    this(
        token,
        "Bearer",
        lifetime.seconds(),
        userName,
        Lifetime.inAnswer(lifetime.from()),
        Lifetime.inAnswer(lifetime.to()),
        settings.timeZoneOffset(),
        settings.locale());
  }

  /** Masked: Spring tells in its finest log what it writes. */
  @Override
  public String toString() {
    return "TokenAnswer[…]";
  }
}
