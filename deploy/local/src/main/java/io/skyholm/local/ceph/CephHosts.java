package io.skyholm.local.ceph;

import io.skyholm.local.ceph.CephKeys.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hosts that keep their disks in a cluster: each has a namespace there, and a key that opens no other. */
public record CephHosts(CephFiles files) {
    /** The pool that has their namespaces. */
    public static final String POOL = "disks";

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
                makeNamespace(host);
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
        return Map.of(
                "SKYHOLM_LOCAL_CEPH_KEYS", files.hostKeys().toString(),
                "SKYHOLM_LOCAL_CEPH_MONITORS", files.monitor(),
                "SKYHOLM_LOCAL_CEPH_POOL", POOL);
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
    private static List<Right> rights(String host) {
        return List.of(
                new Right("mon", "profile rbd"), new Right("osd", "profile rbd pool=" + POOL + " namespace=" + host));
    }

    private void makeNamespace(String host) {
        if (!new CephListing(files).hosts().contains(host)) {
            files.run("rbd", "namespace", "create", "--pool", POOL, "--namespace", host);
        }
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
