package io.skyholm.gateway.call;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a request comes from: what a trusted proxy in front says of it, or else the other end of the connection. */
public final class ClientAddresses {

    private static final int V6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;
    private static final int SITE_BYTES = 6;

    private final List<AddressBlock> trusted;
    private final boolean believesHeaders;

    /**
     * With the PROXY protocol a connection's address is already the client's, so headers are believed from nobody: also
     * a client whose own address is a trusted one made them up.
     */
    public ClientAddresses(List<AddressBlock> trusted, boolean proxyProtocol) {
        this.trusted = List.copyOf(trusted);
        this.believesHeaders = !proxyProtocol;
    }

    public boolean isTrusted(SocketAddress peer) {
        return isTrusted(peer.hostAddress());
    }

    /** Whether many clients may be behind it, of whom it tells in headers. */
    public boolean standsForOthers(SocketAddress peer) {
        return believesHeaders && isTrusted(peer);
    }

    /** The last address that no trusted proxy has: what stands before it, the client may have made up. */
    public String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        if (!standsForOthers(request.remoteAddress())) {
            return address;
        }
        List<String> told = request.headers().getAll("X-Forwarded-For").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String hop : told.reversed()) {
            if (!isAddress(hop)) {
                return address;
            }
            address = hop;
            if (!isTrusted(hop)) {
                return address;
            }
        }
        return address;
    }

    String schemeOf(HttpServerRequest request) {
        String told = request.getHeader("X-Forwarded-Proto");
        if (told != null && standsForOthers(request.remoteAddress())) {
            String lower = told.strip().toLowerCase(Locale.ROOT);
            if (lower.equals("https") || lower.equals("http")) {
                return lower;
            }
        }
        return request.isSSL() ? "https" : "http";
    }

    /** What an address is counted by: itself, or the /64 that one subscriber of IPv6 has to choose from. */
    public static String counted(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != V6_BYTES) {
            return address;
        }
        return block(bytes, NETWORK_BYTES);
    }

    /** Whoever has a /48 has 65,536 of those: that is counted as well, with a larger bound. Of IPv4 there is nothing wider. */
    public static Optional<String> countedWider(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != V6_BYTES ? Optional.empty() : Optional.of(block(bytes, SITE_BYTES));
    }

    private static String block(byte[] address, int fixed) {
        byte[] network = Arrays.copyOf(Arrays.copyOf(address, fixed), V6_BYTES);
        return NetUtil.bytesToIpAddress(network) + "/" + fixed * Byte.SIZE;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(block -> block.holds(address));
    }

    private static boolean isAddress(String text) {
        return NetUtil.createByteArrayFromIpAddressString(text) != null;
    }
}
