package io.skyholm.gateway;

import io.skyholm.gateway.call.AddressBlock;
import java.util.List;

/**
 * Who stands in front of the gateway and is believed when it says whom it stands for.
 *
 * @param proxyProtocol whether they say it by the PROXY protocol, and not in X-Forwarded-For
 */
public record TrustedProxies(List<AddressBlock> addresses, boolean proxyProtocol) {

    static final TrustedProxies NONE = new TrustedProxies(List.of(), false);

    public TrustedProxies {
        if (proxyProtocol && addresses.isEmpty()) {
            throw new IllegalArgumentException(
                    "SKYHOLM_PROXY_PROTOCOL needs SKYHOLM_TRUSTED_PROXIES, or anybody could name any address");
        }
    }
}
