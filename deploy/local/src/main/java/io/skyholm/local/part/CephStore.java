package io.skyholm.local.part;

import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephKeys;
import io.skyholm.local.ceph.CephKeys.Right;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ceph's store of objects (OSD), and the pool in which each host has a namespace and a key that opens no other. */
final class CephStore implements Part {
    static final String NAME = "ceph-osd";

    /** The pool that hosts keep their disks in. */
    static final String POOL = "disks";

    private static final String PLACEMENT_GROUPS = "8";
    private static final String PATIENCE = "20";

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

    /** It takes what is free. */
    @Override
    public List<String> ports() {
        return List.of();
    }

    @Override
    public void initialise() {
        files.once("osd", this::make);
    }

    private void make() {
        String id = files.site().secrets().id("ceph_osd").toString();
        ceph("osd", "new", id);
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
        files.once("pool", () -> {
            ceph("osd", "pool", "create", POOL, PLACEMENT_GROUPS, PLACEMENT_GROUPS);
            files.run("rbd", "pool", "init", POOL);
        });
        try {
            Files.createDirectories(files.hostKeys());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + files.hostKeys(), failure);
        }
        CephKeys keys = new CephKeys(files);
        List<Path> made = new ArrayList<>();
        for (String host : hosts) {
            Path keyring = files.hostKeys().resolve(host + ".keyring");
            if (!Files.exists(keyring)) {
                makeNamespace(host);
                made.add(keys.make("client." + host, draft(keyring), rights(host)));
            }
        }
        if (!made.isEmpty()) {
            ceph("auth", "import", "-i", keys.joined("new.keyring", made).toString());
            made.forEach(CephStore::publish);
        }
    }

    /** The blocklist is a matter of the monitors: who takes the place of a dead agent shuts its predecessor out. */
    private static List<Right> rights(String host) {
        return List.of(
                new Right("mon", "profile rbd"), new Right("osd", "profile rbd pool=" + POOL + " namespace=" + host));
    }

    private void makeNamespace(String host) {
        Command listed = files.run("rbd", "namespace", "ls", "--pool", POOL, "--format", "json");
        if (!listed.output().contains('"' + host + '"')) {
            files.run("rbd", "namespace", "create", "--pool", POOL, "--namespace", host);
        }
    }

    /** The key of a host is where its agent looks for it once the cluster knows it. */
    private static Path draft(Path keyring) {
        return keyring.resolveSibling(keyring.getFileName() + ".new");
    }

    private static void publish(Path draft) {
        try {
            String name = String.valueOf(draft.getFileName());
            Files.move(draft, draft.resolveSibling(name.substring(0, name.length() - ".new".length())));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep " + draft, failure);
        }
    }

    private void ceph(String... command) {
        List<String> whole = new ArrayList<>(List.of("ceph", "--connect-timeout", PATIENCE));
        whole.addAll(List.of(command));
        files.run(whole.toArray(String[]::new));
    }
}
