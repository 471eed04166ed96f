package io.skyholm.local.debian;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that parts of the suite are, or need.
 *
 * @param name what they are together
 * @param programs by which it is known whether they are there; what is no program is a path, which Debian's have
 * @param packages in which Debian has them
 * @param libraries that have to be there where the packages are not
 */
public record DebianPackages(String name, List<String> programs, List<String> packages, String libraries) {
    private static final List<String> INSTALL = List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends");

    public DebianPackages {
        programs = List.copyOf(programs);
        packages = List.copyOf(packages);
    }

    /** Installs what is missing where that can be done without a question, and otherwise says what to install. */
    public void require(String part, Progress progress) {
        synchronized (DebianPackages.class) {
            if (missing().isEmpty()) {
                return;
            }
            List<String> asRoot = asRoot().filter(prefix -> Command.isInstalled("apt-get"))
                    .orElseThrow(() -> new LaunchProblem(name + " is not installed: " + missing(), remedy()));
            progress.say(part, "installing " + name + " from Debian's packages");
            apt(asRoot, List.of("apt-get", "update", "-qq"));
            Command installed = apt(asRoot, install());
            if (!installed.worked() || !missing().isEmpty()) {
                throw new LaunchProblem(name + " could not be installed: " + installed.output(), remedy());
            }
        }
    }

    private List<String> install() {
        return Stream.concat(INSTALL.stream(), packages.stream()).toList();
    }

    private String remedy() {
        return "on Debian or Ubuntu: sudo " + String.join(" ", install()) + "; elsewhere install the programs "
                + String.join(", ", programs) + " and " + libraries;
    }

    private String missing() {
        return String.join(
                ", ", programs.stream().filter(program -> !isThere(program)).toList());
    }

    private static boolean isThere(String program) {
        return program.startsWith("/")
                ? !Command.isInstalled("dpkg") || Files.exists(Path.of(program))
                : Command.isInstalled(program);
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
