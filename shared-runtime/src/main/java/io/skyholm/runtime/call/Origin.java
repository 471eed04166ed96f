package io.skyholm.runtime.call;

import io.skyholm.runtime.access.AddressBlock;
import org.jspecify.annotations.Nullable;

/** Where a call comes from, and the ids under which it is found again in logs, events and traces. */
public record Origin(
        String requestId,
        String correlationId,
        @Nullable String address,
        @Nullable String agent) {

    private static final String UNKNOWN = "unknown";

    /** What requests are counted by: the address, or the /64 that one subscriber of IPv6 has to choose from. */
    public String source() {
        if (address == null) {
            return UNKNOWN;
        }
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        try {
            return AddressBlock.parse(address + "/64").network().toString(Character.MAX_RADIX) + "/64";
        } catch (IllegalArgumentException unreadable) {
            return UNKNOWN;
        }
    }
}
