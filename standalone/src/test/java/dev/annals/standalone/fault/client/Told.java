package dev.annals.standalone.fault.client;

/** What a client was told about what, and when by the server's clock. */
public record Told(Attempt attempt, About about, Heard heard, Moments when) {
  /**
   * What the request was about, as far as the client knew.
   *
   * @param jti of the access token it came with
   * @param generation of the refresh token that was shown
   */
  public record About(String account, String session, String jti, int generation) {
    static final About NOTHING = new About("", "", "", -1);

    static About account(String account) {
      return new About(account, "", "", -1);
    }
  }
}
