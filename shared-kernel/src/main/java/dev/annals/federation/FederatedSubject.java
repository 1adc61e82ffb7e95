package dev.annals.federation;

/** A person as another issuer names one: only the two together name anybody. */
public record FederatedSubject(Issuer issuer, Subject subject) {
  /** Issuer, line feed, subject: neither can have a line feed in it. */
  public String text() {
    return issuer.value() + "\n" + subject.value();
  }

  /** Reads what {@link #text} wrote. */
  public static FederatedSubject parse(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new IllegalArgumentException("not a federated subject");
    }
    return new FederatedSubject(
        new Issuer(text.substring(0, end)), new Subject(text.substring(end + 1)));
  }

  /** Masked: personal data has no business in a log line. */
  @Override
  public String toString() {
    return "FederatedSubject[" + issuer + ", …]";
  }
}
