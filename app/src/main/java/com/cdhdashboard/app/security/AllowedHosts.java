package com.cdhdashboard.app.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names this server answers to. A page of another site can make its own name point to this machine (DNS
 * rebinding) and would then share an origin with it; it cannot choose the name its requests carry.
 */
public final class AllowedHosts {
    private static final Pattern IP_V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IP_V6 = Pattern.compile("\\[[0-9a-f:.]+]");
    private final Set<String> names = new TreeSet<>();

    /** Answers to {@code localhost}, to addresses in numbers, and to the name the server was told to listen on. */
    public AllowedHosts(String boundHost) {
        names.add("localhost");
        names.add(boundHost.toLowerCase(Locale.ROOT));
    }

    /** Whether only this machine can reach a server that listens on the host. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether a {@code Host} header, with or without port, names this server. */
    public boolean accepts(String hostHeader) {
        String host = hostHeader.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", "");
        return names.contains(host)
                || IP_V4.matcher(host).matches()
                || IP_V6.matcher(host).matches();
    }
}
