package dev.annals.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as they are written, and never asks a name server. */
public final class AddressLiteral {
  private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private AddressLiteral() {}

  /** An IPv4 address inside an IPv6 one comes back as the IPv4 address. */
  public static Optional<InetAddress> parse(String text) {
    try {
      if (IPV4.matcher(text).matches()) {
        return Optional.of(Inet4Address.ofLiteral(text));
      }
      return IPV6.matcher(text).matches()
          ? Optional.of(Inet6Address.ofLiteral(text))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
