package dev.annals.standalone.fault.client;

import java.nio.ByteBuffer;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pair of tokens as a client holds it, read without any help of the server's code. */
public record Tokens(String account, String session, String access, String refresh) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int GENERATION_AT = 32;

  public static Tokens of(Heard.Answer answer) {
    return new Tokens(
        answer.text("account_id"),
        answer.text("session_id"),
        answer.text("access_token"),
        answer.text("refresh_token"));
  }

  public String jti() {
    return claims().path("jti").asString("");
  }

  private JsonNode claims() {
    return JSON.readTree(Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]));
  }

  public int generation() {
    var bytes = Base64.getUrlDecoder().decode(refresh.substring("anr_".length()));
    return ByteBuffer.wrap(bytes).getInt(GENERATION_AT);
  }

  Told.About about() {
    return new Told.About(account, session, jti(), generation());
  }

  @Override
  public String toString() {
    return "Tokens[" + session + "]";
  }
}
