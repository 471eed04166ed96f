package io.skyholm.local.libvirt;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Resource;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hosts of this machine that run real guests, and where each has what is its own. */
public record RealHosts(Site site) {
    /** Stands for the name of a host in what the agent of all is told. */
    private static final String EACH = "{host}";

    /** The path of a socket may have so many bytes. */
    private static final int LONGEST_SOCKET = 107;

    private static final int ID_DIGITS = 8;

    /** By which each host reaches the others. */
    private static final String UNDERLAY_DEVICE = "ul";

    /** Whether the hosts of this data directory run real guests: they do so from the first start to the reset. */
    public static boolean areWanted(DataDirectory data) {
        return Files.exists(data.realHosts());
    }

    /** Has the hosts of this data directory run real guests from now on; those that are simulated have no bytes to go on with. */
    public static void want(DataDirectory data) {
        if (areWanted(data)) {
            return;
        }
        if (CephFiles.areWanted(data) || Files.exists(data.of("host-agent"))) {
            throw new LaunchProblem(
                    "there are simulated hosts already, and what they run could not go on",
                    "./skyholm reset forgets them; then ./skyholm up --real");
        }
        try {
            PrivateFiles.write(data.realHosts(), "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + data.root(), failure);
        }
    }

    /** Those that have run here since the last reset. */
    public List<String> names() {
        Path folder = site.data().of("libvirt");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> hosts = Files.list(folder)) {
            return hosts.map(host -> host.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
    }

    /** Where libvirt listens on a host. */
    public String uri(String host) {
        return "qemu:///system?socket=" + socket(host);
    }

    private Path socket(String host) {
        return folder(host).resolve("run/libvirt-sock");
    }

    private Path folder(String host) {
        return site.data().of("libvirt").resolve(host);
    }

    /** The network namespace of a host; that of another suite on this machine has another name. */
    public String namespace(String host) {
        String id = site.secrets().id("real_hosts").toString();
        return "skyholm-" + id.substring(id.length() - ID_DIGITS) + "-" + host;
    }

    /** The one in which all hosts are connected. */
    private String underlay() {
        return namespace("underlay");
    }

    /** The environment variables by which one agent runs all hosts. */
    public Map<String, String> agentVariables() {
        return agentVariables(EACH);
    }

    /** The same for the agent of one, whatever that is called elsewhere. */
    public Map<String, String> agentVariables(String host) {
        return Map.of(
                "SKYHOLM_HYPERVISOR",
                "libvirt",
                "SKYHOLM_LIBVIRT_URI",
                uri(host),
                "SKYHOLM_NETWORK_NAMESPACE",
                namespace(host),
                "SKYHOLM_UNDERLAY",
                UNDERLAY_DEVICE);
    }

    /** Writes what the programs of a host read. */
    public void write(String host) {
        if (socket(host).toString().length() > LONGEST_SOCKET) {
            throw new LaunchProblem(
                    "the data directory's path is too long for the socket " + socket(host),
                    "choose a shorter one with SKYHOLM_DATA=FOLDER");
        }
        Path folder = folder(host);
        Map<String, String> values =
                Map.of("id", site.secrets().id("real_" + host).toString());
        try {
            PrivateFiles.write(folder.resolve("etc/qemu.conf"), Resource.text("libvirt/qemu.conf"));
            PrivateFiles.write(folder.resolve("etc/libvirtd.conf"), Resource.text("libvirt/libvirtd.conf", values));
            PrivateFiles.write(folder.resolve("run-host"), Resource.text("libvirt/run"));
            PrivateFiles.write(folder.resolve("clear-host"), Resource.text("libvirt/clear"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder, failure);
        }
    }

    /** What runs a host: processes whose parent has ended are collected at once, which libvirt waits for. */
    public Launch launch(String host) {
        Path folder = folder(host);
        List<String> command = new ArrayList<>(List.of(
                "tini",
                "-s",
                "--",
                "setpriv",
                "--pdeathsig",
                "KILL",
                "sh",
                folder.resolve("run-host").toString(),
                folder.toString(),
                namespace(host),
                host,
                underlay(),
                host.substring(host.lastIndexOf('-') + 1)));
        if (CephFiles.areWanted(site.data())) {
            new CephFiles(site).ports().forEach(port -> command.add(port.toString()));
        }
        return new Launch(command, Map.of(), folder);
    }

    /** Whether its libvirt answers. */
    public boolean answers(String host) {
        return Files.exists(socket(host))
                && run(List.of("timeout", "5", "virsh", "-q", "-c", uri(host), "version"))
                        .worked();
    }

    /** Removes what a host has outside of its folder, as when its power is cut: what it has to remember stays. */
    public void clear(String host) {
        Path script = folder(host).resolve("clear-host");
        if (Files.exists(script)) {
            Command cleared =
                    run(List.of("sh", script.toString(), folder(host).toString(), namespace(host), host, underlay()));
            if (!cleared.worked()) {
                throw new LaunchProblem(
                        host + " has left something on this machine: " + cleared.output(),
                        "ip netns delete " + namespace(host));
            }
        }
    }

    private static Command run(List<String> command) {
        return Command.run(new Launch(command, Map.of(), Path.of("/")));
    }
}
