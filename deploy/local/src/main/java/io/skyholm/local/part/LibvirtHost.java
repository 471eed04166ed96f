package io.skyholm.local.part;

import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.LibvirtPackages;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.process.Launch;
import java.util.List;
import java.util.Set;

/** The libvirt of one host, whose guests are its children. */
final class LibvirtHost implements Part {
    private static final String PREFIX = "libvirt-";

    private final RealHosts hosts;
    private final String host;
    private final boolean isInCeph;

    LibvirtHost(Site site, String host) {
        this.hosts = new RealHosts(site);
        this.host = host;
        this.isInCeph = CephFiles.areWanted(site.data());
    }

    /** What the part of a host is called: that of {@code host-1} is {@code libvirt-1}. */
    static String name(String host) {
        return PREFIX + host.substring(host.lastIndexOf('-') + 1);
    }

    static boolean isName(String part) {
        return part.startsWith(PREFIX);
    }

    @Override
    public String name() {
        return name(host);
    }

    /** Guests that go down write to their disks until their end. */
    @Override
    public Set<String> needs() {
        return isInCeph ? Set.of(CephStore.NAME) : Set.of();
    }

    /** It listens on a socket. */
    @Override
    public List<String> ports() {
        return List.of();
    }

    @Override
    public void prepare(Progress progress) {
        LibvirtPackages.require(name(), progress);
        if (isInCeph) {
            LibvirtPackages.requireForCeph(name(), progress);
        }
    }

    @Override
    public void initialise() {
        hosts.write(host);
    }

    @Override
    public Launch launch(AotMode mode) {
        return hosts.launch(host);
    }

    @Override
    public boolean isReady() {
        return hosts.answers(host);
    }

    @Override
    public void clear() {
        hosts.clear(host);
    }
}
