package dev.annals.crypto;

/** What one of our keys has signed, to the byte. */
public final class VerifiedJws {
  private final KeyId kid;
  private final String typ;
  private final byte[] payload;

  VerifiedJws(KeyId kid, String typ, byte[] payload) {
    this.kid = kid;
    this.typ = typ;
    this.payload = payload;
  }

  public KeyId kid() {
    return kid;
  }

  public String typ() {
    return typ;
  }

  public byte[] payload() {
    return payload.clone();
  }
}
