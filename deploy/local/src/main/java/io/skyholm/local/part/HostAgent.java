package io.skyholm.local.part;

import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.Certificate;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The agent of this machine's hosts, which are simulated. It waits by itself for whatever is not there yet. */
final class HostAgent implements Part {
    static final Module MODULE = new Module("host-agent", "host-agent", "target/host-agent.jar");
    private static final int HEAP_MIB = 64;

    private final Site site;
    private final LocalHosts hosts = LocalHosts.told(System.getenv());

    HostAgent(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "host-agent";
    }

    /** Hosts join through the front door. */
    @Override
    public Set<String> needs() {
        return Set.of("gateway");
    }

    /** Each host has clients of Kafka of its own. */
    @Override
    public Launch launch() {
        return new Launch(
                BuiltProgram.of(MODULE, site, HEAP_MIB + hosts.count()),
                environment(),
                site.data().root());
    }

    private Map<String, String> environment() {
        Map<String, String> told = new TreeMap<>();
        told.put("SKYHOLM_PORT", Integer.toString(site.ports().of(name())));
        told.put("SKYHOLM_GATEWAY", site.gateway());
        told.put(
                "SKYHOLM_GATEWAY_CERTIFICATE",
                new Certificate(site.data().of("tls"), site.secrets()).chain().toString());
        told.put("SKYHOLM_AGENT_STATE", site.data().of(name()).toString());
        told.put("SKYHOLM_HYPERVISOR", "simulated");
        told.put("SKYHOLM_HOSTS", Integer.toString(hosts.count()));
        told.put("SKYHOLM_JOIN_SECRET", hosts.joinSecret(site.secrets()));
        return told;
    }

    /** Ready to join, that is: whether its hosts are members is compute's business too. */
    @Override
    public boolean isReady() {
        return Http.answers(site.http(name()) + "/health");
    }
}
