package dev.annals.command.throttle;

import dev.annals.address.AddressLiteral;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What we take for one client: an IPv4 address, or the /64 that an IPv6 client may number as it
 * likes. Everything that is no address shares one block.
 */
record AddressBlock(String text) {
  private static final AddressBlock NONE = new AddressBlock("none");
  private static final int NETWORK_BYTES = 8;

  static AddressBlock of(String address) {
    int zone = address.indexOf('%');
    return AddressLiteral.parse(zone < 0 ? address : address.substring(0, zone))
        .map(AddressBlock::of)
        .orElse(NONE);
  }

  private static AddressBlock of(InetAddress address) {
    return address instanceof Inet4Address
        ? new AddressBlock(address.getHostAddress())
        : new AddressBlock(network(address) + "/64");
  }

  private static String network(InetAddress address) {
    return HexFormat.ofDelimiter("-").formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES));
  }
}
