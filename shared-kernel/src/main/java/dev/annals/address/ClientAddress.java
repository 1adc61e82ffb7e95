package dev.annals.address;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whose request it is. What a header says counts only as far as proxies we trust have written
 * it: from the right, up to the first address that is not one of theirs.
 */
public final class ClientAddress {
  private static final Pattern NODE =
      Pattern.compile("\\s*+(?:\\[([^\\]]++)\\]|([0-9.]++))(?::(?:[0-9]{1,5}|_[\\w.-]++))?\\s*+");

  private final List<Network> trustedProxies;
  private final ForwardingHeader header;

  /**
   * With no trusted proxy every request is of whoever sent it.
   *
   * @param header the one that our proxies write; the other is the client's own to invent
   */
  public ClientAddress(List<Network> trustedProxies, ForwardingHeader header) {
    this.trustedProxies = List.copyOf(trustedProxies);
    this.header = header;
  }

  public ForwardingHeader header() {
    return header;
  }

  /**
   * The client's address in its plain form.
   *
   * @param remoteAddress the other end of the connection
   * @param lines all lines of {@link #header}, in the order they came
   */
  public String of(String remoteAddress, List<String> lines) {
    int zone = remoteAddress.indexOf('%');
    return AddressLiteral.parse(zone < 0 ? remoteAddress : remoteAddress.substring(0, zone))
        .map(remote -> nearestUntrusted(remote, lines).getHostAddress())
        .orElse(remoteAddress);
  }

  private InetAddress nearestUntrusted(InetAddress remote, List<String> lines) {
    InetAddress nearest = remote;
    if (!isTrusted(remote)) {
      return nearest;
    }
    for (String node : lines.stream().flatMap(this::nodes).toList().reversed()) {
      Optional<InetAddress> before = address(node);
      nearest = before.orElse(nearest);
      if (!before.map(this::isTrusted).orElse(false)) {
        return nearest;
      }
    }
    return nearest;
  }

  private Stream<String> nodes(String line) {
    return header.nodes(line).stream();
  }

  private boolean isTrusted(InetAddress address) {
    return trustedProxies.stream().anyMatch(network -> network.contains(address));
  }

  private static Optional<InetAddress> address(String node) {
    Matcher matcher = NODE.matcher(node);
    if (!matcher.matches()) {
      return AddressLiteral.parse(node.strip());
    }
    return AddressLiteral.parse(
        String.valueOf(matcher.start(1) < 0 ? matcher.group(2) : matcher.group(1)));
  }
}
