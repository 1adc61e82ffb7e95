package dev.annals.event;

import dev.annals.address.AddressLiteral;
import dev.annals.crypto.KeyedHash;
import java.net.InetAddress;

/** By which events from one address are found and counted, though no address can be read there. */
public final class AddressIndex {
  private final KeyedHash hashing;

  public AddressIndex(KeyedHash hashing) {
    this.hashing = hashing;
  }

  /** The same however the address is written; 43 characters of base64url. */
  public String of(String address) {
    return hashing.of(
        AddressLiteral.parse(address).map(InetAddress::getHostAddress).orElse(address));
  }
}
