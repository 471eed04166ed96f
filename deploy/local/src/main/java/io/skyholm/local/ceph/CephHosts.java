package io.skyholm.local.ceph;

import io.skyholm.local.ceph.CephKeys.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts that keep their disks in a cluster: each has a namespace there, or a pool where it runs real guests, and a key that opens no other. */
public record CephHosts(CephFiles files) {
    /** The pool that has their namespaces. */
    public static final String POOL = "disks";

    private static final String PLACEMENT_GROUPS = "8";

    /** Lets hosts of those names in, as far as they are not. */
    public void admit(List<String> hosts) {
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
                makePlace(host);
                made.add(keys.make("client." + host, draft(keyring), rights(host)));
            }
        }
        if (!made.isEmpty()) {
            files.ceph("auth", "import", "-i", keys.joined("new.keyring", made).toString());
            made.forEach(CephHosts::publish);
        }
    }

    /** The environment variables by which storage hands out the keys of local hosts. */
    public Map<String, String> storageVariables() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "SKYHOLM_LOCAL_CEPH_KEYS", files.hostKeys().toString(),
                "SKYHOLM_LOCAL_CEPH_MONITORS", files.monitor()));
        if (!files.hostsHavePools()) {
            variables.put("SKYHOLM_LOCAL_CEPH_POOL", POOL);
        }
        return variables;
    }

    /** The environment variables by which an agent knows that its hosts' disks are in Ceph; it is told where by the platform. */
    public static Map<String, String> agentVariables() {
        return Map.of("SKYHOLM_DISKS", "ceph");
    }

    /** The key of a host that was let in. */
    public String keyOf(String host) {
        return CephKeys.secretIn(files.hostKeys().resolve(host + ".keyring"));
    }

    /** The blocklist is a matter of the monitors: who takes the place of a dead agent shuts its predecessor out. */
    private List<Right> rights(String host) {
        String own = files.hostsHavePools() ? host : POOL + " namespace=" + host;
        return List.of(new Right("mon", "profile rbd"), new Right("osd", "profile rbd pool=" + own));
    }

    private void makePlace(String host) {
        if (files.hostsHavePools()) {
            makePool(host);
        } else if (!new CephListing(files).hosts().contains(host)) {
            files.run("rbd", "namespace", "create", "--pool", POOL, "--namespace", host);
        }
    }

    /** The pool in which all hosts have namespaces, if they do. */
    public void makeCommonPool() {
        if (!files.hostsHavePools()) {
            makePool(POOL);
        }
    }

    private void makePool(String pool) {
        files.ceph("osd", "pool", "create", pool, PLACEMENT_GROUPS, PLACEMENT_GROUPS);
        files.run("rbd", "pool", "init", pool);
    }

    /** The key of a host is where storage looks for it once the cluster knows it. */
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
}
