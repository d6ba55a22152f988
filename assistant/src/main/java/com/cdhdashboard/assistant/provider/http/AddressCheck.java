package com.cdhdashboard.assistant.provider.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses may be asked: any of http and https but those of the link alone, where machines in clouds find their own
 * secrets. This machine and private networks are allowed, as models of one's own are there.
 *
 * <p>The Java machine keeps what a name means for some seconds, so that the connection that follows goes where was looked.
 */
final class AddressCheck {
    /** Where clouds tell machines their secrets at addresses of other kinds. */
    private static final Set<String> SECRETS = Set.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

    private AddressCheck() {}

    /** @throws Failure if it may not be asked, or there is no such host */
    static void require(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        if (!List.of("http", "https").contains(uri.getScheme()) || host.isEmpty()) {
            throw Failure.of(Failure.Kind.FORBIDDEN);
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isForbidden(plain(address))) {
                    throw Failure.of(Failure.Kind.FORBIDDEN);
                }
            }
        } catch (UnknownHostException e) {
            throw Failure.of(Failure.Kind.NO_CONNECTION, "there is no host of this name", e);
        }
    }

    private static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || SECRETS.contains(address.getHostAddress());
    }

    /** An old address that is written as a new one; Java itself knows the usual form of that. */
    private static InetAddress plain(InetAddress address) throws UnknownHostException {
        boolean written = address instanceof Inet6Address newer
                && newer.isIPv4CompatibleAddress()
                && !newer.isLoopbackAddress()
                && !newer.isAnyLocalAddress();
        return written ? InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16)) : address;
    }
}
