package io.skyholm.local.part;

import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.util.List;
import java.util.Set;

/** Ceph's store of objects (OSD), and what each host has there: a namespace or a pool, and a key that opens no other. */
final class CephStore implements Part {
    static final String NAME = "ceph-osd";

    private final CephFiles files;
    private final List<String> hosts;

    /** For hosts of those names. */
    CephStore(Site site, List<String> hosts) {
        this.files = new CephFiles(site);
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(CephMonitor.NAME);
    }

    @Override
    public List<String> ports() {
        return List.of(CephFiles.STORE_PORT);
    }

    @Override
    public void initialise() {
        files.once("osd", this::make);
    }

    private void make() {
        String id = files.site().secrets().id("ceph_osd").toString();
        files.ceph("osd", "new", id);
        files.run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", id);
    }

    @Override
    public Launch launch(AotMode mode) {
        return files.launch("ceph-osd", "-i", "0", "-f");
    }

    /** The monitor has heard of it, and finds nothing wrong that would stop writing. */
    @Override
    public boolean isReady() {
        Command seen = Command.run(files.launch("ceph", "--connect-timeout", "3", "osd", "stat", "-f", "json"));
        return seen.worked() && seen.output().contains("\"num_up_osds\":1");
    }

    @Override
    public void settle() {
        CephHosts cluster = new CephHosts(files);
        files.once("pool", cluster::makeCommonPool);
        cluster.admit(hosts);
    }
}
