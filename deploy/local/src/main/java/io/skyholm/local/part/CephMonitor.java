package io.skyholm.local.part;

import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephKeys;
import io.skyholm.local.ceph.CephKeys.Right;
import io.skyholm.local.ceph.CephPackages;
import io.skyholm.local.home.PortHolder;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.List;

/** Ceph's monitor, which knows what the cluster is. */
final class CephMonitor implements Part {
    static final String NAME = "ceph-mon";
    private static final String ADMINISTRATOR = "client.admin";
    private static final String ALL = "allow *";

    private final CephFiles files;

    CephMonitor(Site site) {
        this.files = new CephFiles(site);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of(CephFiles.PORT);
    }

    @Override
    public void prepare(Progress progress) {
        CephPackages.require(progress);
    }

    @Override
    public void initialise() {
        files.write();
        files.once("mon", this::make);
    }

    private void make() {
        CephKeys keys = new CephKeys(files);
        Path own = keys.make("mon.", files.file("mon..keyring"), List.of(new Right("mon", ALL)));
        Path administrator = keys.make(
                ADMINISTRATOR,
                files.file(ADMINISTRATOR + ".keyring"),
                List.of(new Right("mon", ALL), new Right("osd", ALL), new Right("mgr", ALL)));
        Path store = keys.make(
                "osd.0",
                files.file("osd.0.keyring"),
                List.of(new Right("mon", "allow profile osd"), new Right("osd", ALL)));
        Path map = files.file("monmap");
        String port = Integer.toString(files.site().ports().of(CephFiles.PORT));
        files.run(
                "monmaptool",
                "--create",
                "--clobber",
                "--fsid",
                files.id(),
                "--addv",
                "a",
                "[v2:127.0.0.1:" + port + "]",
                map.toString());
        files.run(
                "ceph-mon",
                "-i",
                "a",
                "--mkfs",
                "--monmap",
                map.toString(),
                "--keyring",
                keys.joined("first.keyring", List.of(own, administrator, store)).toString());
    }

    @Override
    public Launch launch(AotMode mode) {
        return files.launch("ceph-mon", "-i", "a", "-f");
    }

    /** It listens; whether it knows what it has to, its first client waits for. */
    @Override
    public boolean isReady() {
        return PortHolder.isTaken(files.site().ports().of(CephFiles.PORT));
    }
}
