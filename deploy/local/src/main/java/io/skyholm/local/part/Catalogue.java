package io.skyholm.local.part;

import io.skyholm.local.Services;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.RealHosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every part of the suite at one site. A module that the tree does not have yet is not in it. */
public final class Catalogue {
    /** What all services stand on. */
    public static final List<String> PLATFORM = List.of("postgres", "kafka", "connect", "keycloak");

    /** What the disks of hosts, and the bytes of images, stand on where they are in Ceph, each after what it needs. */
    public static final List<String> CEPH = List.of(CephMonitor.NAME, CephStore.NAME, CephGateway.NAME);

    private Catalogue() {}

    /** Whether a part is a host that runs guests. */
    public static boolean isHost(String part) {
        return LibvirtHost.isName(part);
    }

    /** Whether others end before this part does, which stand on it. */
    public static boolean isStoodOn(String part) {
        return PLATFORM.contains(part) || CEPH.contains(part) || isHost(part);
    }

    /** The modules of this tree that are parts of the suite. */
    public static List<Module> modules(Checkout checkout) {
        return Stream.concat(Services.ALL.stream().map(Module::ofService), Stream.of(Gateway.MODULE, HostAgent.MODULE))
                .filter(module -> checkout.has(module.folder()))
                .toList();
    }

    public static Map<String, Part> at(Site site) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Consumer<Part> add = part -> parts.put(part.name(), part);
        add.accept(new Postgres(site));
        add.accept(new Kafka(site));
        add.accept(new Connect(site));
        add.accept(new Keycloak(site));
        if (CephFiles.areWanted(site.data())) {
            add.accept(new CephMonitor(site));
            add.accept(
                    new CephStore(site, LocalHosts.configured(System.getenv()).names()));
            add.accept(new CephGateway(site));
        }
        if (RealHosts.areWanted(site.data())) {
            LocalHosts.configured(System.getenv()).names().forEach(host -> add.accept(new LibvirtHost(site, host)));
        }
        List<String> built = modules(site.checkout()).stream().map(Module::part).toList();
        List<String> services = Services.ALL.stream().filter(built::contains).toList();
        services.forEach(service -> add.accept(new Service(service, site)));
        if (built.contains("audit")) {
            add.accept(new AuditSigner(site));
        }
        if (built.contains("gateway")) {
            add.accept(new Gateway(site, services));
        }
        if (built.contains("host-agent")) {
            add.accept(new HostAgent(site));
        }
        return parts;
    }
}
