package io.skyholm.network.instance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The active networking documents of the platform, by their type; each has the form that its room has checked. */
record PlatformDocuments(
        @JsonProperty("RESOLVERS") @Nullable Resolvers resolvers,
        @JsonProperty("NTP") @Nullable Ntp ntp,
        @JsonProperty("ROUTES") @Nullable Routes routes,
        @JsonProperty("MTU") @Nullable Mtu mtu,
        @JsonProperty("PROXY") @Nullable Proxy proxy) {

    /** Name servers, and the domains that complete a short name. */
    record Resolvers(List<String> nameServers, @Nullable List<String> searchDomains) {}

    /** Time servers. */
    record Ntp(List<String> servers) {}

    /** Routes beside that to the gateway. */
    record Routes(List<PortRoute> routes) {}

    /** The largest packet. */
    record Mtu(int mtu) {}

    /** A proxy to the internet. */
    record Proxy(String url, @Nullable List<String> exceptions) {}

    List<String> nameServers() {
        return resolvers == null ? List.of() : resolvers.nameServers();
    }

    PortSettings settings() {
        return new PortSettings(
                mtu == null ? null : mtu.mtu(),
                resolvers == null ? List.of() : orNone(resolvers.searchDomains()),
                ntp == null ? List.of() : ntp.servers(),
                routes == null ? List.of() : routes.routes(),
                proxy == null ? null : proxy.url(),
                proxy == null ? List.of() : orNone(proxy.exceptions()));
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
