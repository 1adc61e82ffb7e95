package dev.annals.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation; a bare address is a range of one. */
public final class Network {
  private static final Pattern SHAPE = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

  private final int length;
  private final int ignoredBits;
  private final BigInteger prefix;

  private Network(InetAddress address, int bits) {
    this.length = address.getAddress().length;
    this.ignoredBits = length * Byte.SIZE - bits;
    this.prefix = prefix(address);
  }

  public static Network parse(String cidr) {
    Matcher matcher = SHAPE.matcher(cidr);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an address range");
    }
    String host = String.valueOf(matcher.group(1));
    InetAddress address =
        AddressLiteral.parse(host)
            .orElseThrow(() -> new IllegalArgumentException("not an address range"));
    int most = address.getAddress().length * Byte.SIZE;
    String bits = matcher.group(2);
    return new Network(address, bits == null ? most : checked(Integer.parseInt(bits), most));
  }

  private static int checked(int bits, int most) {
    if (bits > most) {
      throw new IllegalArgumentException("a prefix longer than the address");
    }
    return bits;
  }

  boolean contains(InetAddress address) {
    return address.getAddress().length == length && prefix(address).equals(prefix);
  }

  private BigInteger prefix(InetAddress address) {
    return new BigInteger(1, address.getAddress()).shiftRight(ignoredBits);
  }
}
