package io.skyholm.gateway.call;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a request comes from: what a trusted proxy in front says of it, or else the other end of the connection. */
public final class ClientAddresses {

    private static final int V6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final List<AddressBlock> trusted;

    public ClientAddresses(List<AddressBlock> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    public boolean isTrusted(SocketAddress peer) {
        return isTrusted(peer.hostAddress());
    }

    /** The last address that no trusted proxy has: what stands before it, the client may have made up. */
    public String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        if (!isTrusted(address)) {
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
        if (told != null && isTrusted(request.remoteAddress())) {
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
        byte[] network = Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), V6_BYTES);
        return NetUtil.bytesToIpAddress(network) + "/64";
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(block -> block.holds(address));
    }

    private static boolean isAddress(String text) {
        return NetUtil.createByteArrayFromIpAddressString(text) != null;
    }
}
