package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.libvirt.DiskSecrets.DiskSecret;
import io.skyholm.agent.pool.DiskPlaces.Found;
import io.skyholm.agent.pool.DiskPlaces.InCeph;
import io.skyholm.agent.pool.DiskPlaces.InFile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a domain opens a disk for one use of it: where that is, and by which secrets. What is defined stays in libvirt's files, so it names them and does not
 * say them.
 */
record OpenedDisk(UUID use, Found found) {

    /** Which of Ceph's protocols a monitor speaks is found out. */
    private static final Pattern MONITOR = Pattern.compile("(?:v[12]:)?\\[?(.+?)]?:([0-9]+)");

    String type() {
        return switch (found.place()) {
            case InFile ignored -> "file";
            case InCeph ignored -> "network";
        };
    }

    XmlElement source() {
        XmlElement source =
                switch (found.place()) {
                    case InFile file ->
                        XmlElement.of("source").with("file", file.path().toString());
                    case InCeph ceph -> source(ceph);
                };
        return found.passphrase() == null
                ? source
                : source.and(XmlElement.of("encryption", reference("passphrase", use))
                        .with("format", "luks"));
    }

    private XmlElement source(InCeph ceph) {
        return XmlElement.of("source")
                .with("protocol", "rbd")
                .with("name", ceph.pool() + "/" + ceph.image())
                .and(ceph.monitors().stream().map(OpenedDisk::monitor).toList())
                .and(XmlElement.of("auth", reference("ceph", DiskSecret.idOfCeph(use)))
                        .with("username", ceph.user()));
    }

    private static XmlElement monitor(String address) {
        Matcher known = MONITOR.matcher(address);
        if (!known.matches()) {
            throw HypervisorProblem.forGood(address + " is no address of a monitor of Ceph");
        }
        return XmlElement.of("host").with("name", known.group(1)).with("port", known.group(2));
    }

    private static XmlElement reference(String type, UUID secret) {
        return XmlElement.of("secret").with("type", type).with("uuid", secret.toString());
    }

    /** What its XML refers to. */
    List<DiskSecret> secrets() {
        List<DiskSecret> secrets = new ArrayList<>();
        String passphrase = found.passphrase();
        if (passphrase != null) {
            secrets.add(DiskSecret.passphrase(use, passphrase));
        }
        if (found.place() instanceof InCeph ceph) {
            secrets.add(DiskSecret.ofCeph(use, ceph.key()));
        }
        return List.copyOf(secrets);
    }
}
