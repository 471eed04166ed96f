package io.skyholm.local.ceph;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ceph's programs: Debian has them, and Maven Central has not. */
public final class CephPackages {
    private static final List<String> PROGRAMS =
            List.of("ceph-mon", "ceph-osd", "ceph", "rbd", "ceph-authtool", "monmaptool");
    private static final List<String> INSTALL = List.of(
            "apt-get", "install", "-y", "-qq", "--no-install-recommends", "ceph-mon", "ceph-osd", "ceph-common");
    private static final String REMEDY =
            "on Debian or Ubuntu: sudo " + String.join(" ", INSTALL) + "; elsewhere install the programs "
                    + String.join(", ", PROGRAMS) + " and the libraries librados2 and librbd1";

    private CephPackages() {}

    /** Installs what is missing where that can be done without a question, and otherwise says what to install. */
    public static void require(Progress progress) {
        synchronized (CephPackages.class) {
            if (missing().isEmpty()) {
                return;
            }
            List<String> asRoot = asRoot().filter(prefix -> Command.isInstalled("apt-get"))
                    .orElseThrow(() -> new LaunchProblem("Ceph is not installed: " + missing(), REMEDY));
            progress.say("ceph-mon", "installing Ceph from Debian's packages");
            apt(asRoot, List.of("apt-get", "update", "-qq"));
            Command installed = apt(asRoot, INSTALL);
            if (!installed.worked() || !missing().isEmpty()) {
                throw new LaunchProblem("Ceph could not be installed: " + installed.output(), REMEDY);
            }
        }
    }

    private static String missing() {
        return String.join(
                ", ",
                PROGRAMS.stream()
                        .filter(program -> !Command.isInstalled(program))
                        .toList());
    }

    /** What comes before a command that only root may do; nothing for root. */
    private static Optional<List<String>> asRoot() {
        if ("root".equals(System.getProperty("user.name"))) {
            return Optional.of(List.of());
        }
        boolean may = Command.isInstalled("sudo")
                && run(List.of("sudo", "-n", "true")).worked();
        return may ? Optional.of(List.of("sudo", "-n")) : Optional.empty();
    }

    private static Command apt(List<String> asRoot, List<String> command) {
        List<String> whole = new ArrayList<>(asRoot);
        whole.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive"));
        whole.addAll(command);
        return run(whole);
    }

    private static Command run(List<String> command) {
        return Command.run(new Launch(command, Map.of(), Path.of("/")));
    }
}
