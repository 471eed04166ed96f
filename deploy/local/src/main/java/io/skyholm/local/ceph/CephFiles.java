package io.skyholm.local.ceph;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Resource;
import io.skyholm.local.home.DataDirectory;
import io.skyholm.local.home.Folders;
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

/** Where a cluster keeps what it is, and how its programs are called. */
public final class CephFiles {
    /** The port on which its monitor listens. */
    public static final String PORT = "ceph-mon";

    /** That of its store of objects, which takes some after it for itself. */
    public static final String STORE_PORT = "ceph-osd";

    private static final int OF_STORE = 64;

    private static final String PATIENCE = "20";
    private static final String WANTED = "real";
    private static final String ID = "ceph";

    private final Site site;
    private final Path folder;

    public CephFiles(Site site) {
        this.site = site;
        this.folder = site.data().of("ceph");
    }

    /** Whether the hosts of this data directory have real disks: they have them from the first start to the reset. */
    public static boolean areWanted(DataDirectory data) {
        return Files.exists(data.root().resolve(WANTED));
    }

    /** Gives the hosts of this data directory real disks from now on; those that they have already cannot be taken along. */
    public static void want(DataDirectory data) {
        if (areWanted(data)) {
            return;
        }
        if (Files.exists(data.of("host-agent"))) {
            throw new LaunchProblem(
                    "the hosts have disks already, which are files and would be lost",
                    "./skyholm reset forgets them; then ./skyholm up with the same options");
        }
        try {
            PrivateFiles.write(data.root().resolve(WANTED), "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + data.root(), failure);
        }
    }

    /** Has the hosts of this data directory keep their disks in files, as long as none has begun. */
    public static void doWithout(DataDirectory data) {
        if (areWanted(data) && Files.exists(data.of("host-agent"))) {
            throw new LaunchProblem(
                    "the disks are in Ceph already, and would be lost",
                    "./skyholm reset forgets them; or leave --no-ceph out");
        }
        try {
            Files.deleteIfExists(data.root().resolve(WANTED));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + data.root(), failure);
        }
    }

    /** Where its monitor is, as clients are told. */
    public String monitor() {
        return "v2:127.0.0.1:" + site.ports().of(PORT);
    }

    /** All ports on which clients reach it. */
    public List<Integer> ports() {
        return List.of(site.ports().of(PORT), site.ports().of(STORE_PORT));
    }

    /** Whether each host has a pool that is its own, since its guests open disks in no namespace; otherwise all share one. */
    boolean hostsHavePools() {
        return Files.exists(site.data().realHosts());
    }

    /** Where the keys of hosts are, each in a file that is named like the host: for whoever hands them out, and not for hosts. */
    public Path hostKeys() {
        return folder.resolve("hosts");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Site site() {
        return site;
    }

    /** Writes the configuration. */
    public void write() {
        Map<String, String> values = Map.of(
                "id",
                site.secrets().id(ID).toString(),
                "port",
                Integer.toString(site.ports().of(PORT)),
                "store",
                Integer.toString(site.ports().of(STORE_PORT)),
                "last",
                Integer.toString(site.ports().of(STORE_PORT) + OF_STORE),
                "folder",
                folder.toString());
        try {
            PrivateFiles.write(folder.resolve("ceph.conf"), Resource.text("ceph/ceph.conf", values));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder, failure);
        }
    }

    public String id() {
        return site.secrets().id(ID).toString();
    }

    /** Makes something once: what was begun and not finished is made anew. */
    public void once(String name, Runnable work) {
        Path finished = folder.resolve(name + ".made");
        if (Files.exists(finished)) {
            return;
        }
        try {
            Folders.delete(folder.resolve(name));
            Files.createDirectories(folder.resolve(name));
            work.run();
            Files.writeString(finished, "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder, failure);
        }
    }

    /** How one of Ceph's programs is started, which finds the cluster by its configuration. */
    public Launch launch(String... command) {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("-c", folder.resolve("ceph.conf").toString()));
        return new Launch(whole, Map.of(), folder);
    }

    /** Runs a program of Ceph that has to work. */
    public Command run(String... command) {
        return run(launch(command));
    }

    /** The same with an argument that nobody is to read in a list of processes: Ceph's programs take more of them from their environment. */
    public Command runSecretly(String argument, String... command) {
        Launch open = launch(command);
        return run(new Launch(open.command(), Map.of("CEPH_ARGS", argument), open.folder()));
    }

    private static Command run(Launch launch) {
        Command ended = Command.run(launch);
        if (!ended.worked()) {
            throw new LaunchProblem(
                    String.join(" ", launch.command()) + " failed: " + ended.output(),
                    "./skyholm logs ceph-mon and ceph-osd say more");
        }
        return ended;
    }

    /** Asks the monitor for something, which has to work. */
    public void ceph(String... command) {
        List<String> whole = new ArrayList<>(List.of("ceph", "--connect-timeout", PATIENCE));
        whole.addAll(List.of(command));
        run(whole.toArray(String[]::new));
    }
}
