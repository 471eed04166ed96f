package io.skyholm.local.part;

import io.skyholm.local.Http;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
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

    /** What a host that shares its clients of Kafka needs besides. */
    private static final int HOSTS_PER_MIB = 10;

    private final Site site;
    private final LocalHosts hosts = LocalHosts.configured(System.getenv());

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
        return isReal() ? Set.of("gateway", CephStore.NAME) : Set.of("gateway");
    }

    private boolean isReal() {
        return CephFiles.areWanted(site.data());
    }

    @Override
    public boolean isBuiltHere() {
        return true;
    }

    @Override
    public Launch launch(AotMode mode) {
        return new Launch(
                BuiltProgram.of(MODULE, site, heapMiB(), mode),
                environment(),
                site.data().root());
    }

    /** Hosts that are few have clients of Kafka of their own, for which each needs a megabyte. */
    private int heapMiB() {
        return HEAP_MIB + (hosts.areFleet() ? hosts.count() / HOSTS_PER_MIB : hosts.count());
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        if (hosts.areFleet()) {
            variables.putAll(new KafkaFleet(site).environment());
        } else {
            variables.put("SKYHOLM_IMAGE_FOLDER", site.data().of("objects").toString());
        }
        if (isReal()) {
            variables.putAll(CephHosts.agentVariables());
        }
        variables.put("SKYHOLM_PORT", Integer.toString(site.ports().of(name())));
        variables.put("SKYHOLM_GATEWAY", site.gateway());
        variables.put(
                "SKYHOLM_GATEWAY_CERTIFICATE",
                new Certificate(site.data().of("tls"), site.secrets()).chain().toString());
        variables.put("SKYHOLM_AGENT_STATE", site.data().of(name()).toString());
        variables.put("SKYHOLM_HYPERVISOR", "simulated");
        variables.put("SKYHOLM_HOSTS", Integer.toString(hosts.count()));
        variables.put("SKYHOLM_JOIN_SECRET", hosts.joinSecret(site.secrets()));
        return variables;
    }

    /** Ready to join, that is: whether its hosts are members is compute's business too. */
    @Override
    public boolean isReady() {
        return Http.answers(site.http(name()) + "/health");
    }
}
