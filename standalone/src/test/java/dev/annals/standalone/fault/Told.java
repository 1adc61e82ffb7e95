package dev.annals.standalone.fault;

/** What a client was told about what. */
record Told(Attempt attempt, About about, Heard heard) {
  /**
   * What the request was about, as far as the client knew.
   *
   * @param jti of the access token it came with
   * @param generation of the refresh token that was shown
   */
  record About(String account, String session, String jti, int generation) {
    static final About NOTHING = new About("", "", "", -1);

    static About account(String account) {
      return new About(account, "", "", -1);
    }
  }
}
