package io.skyholm.local.artifact;

import io.skyholm.local.Progress;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runnable modules of the checkout, built when their sources differ from those of the last build. */
public record Modules(Site site) {
    private static final List<String> SHARED = List.of(
            "pom.xml",
            ".mvn",
            "shared-events/pom.xml",
            "shared-events/src/main",
            "shared-runtime/pom.xml",
            "shared-runtime/src/main",
            "shared-runtime/deletion/pom.xml",
            "shared-runtime/deletion/src/main",
            "shared-runtime/hosts/pom.xml",
            "shared-runtime/hosts/src/main",
            "shared-runtime/mail/pom.xml",
            "shared-runtime/mail/src/main",
            "shared-runtime/operations/pom.xml",
            "shared-runtime/operations/src/main",
            "shared-runtime/secrets/pom.xml",
            "shared-runtime/secrets/src/main",
            "shared-runtime/streams/pom.xml",
            "shared-runtime/streams/src/main");

    /** With more modules at the same time a small machine would not have the memory. */
    private static final String AT_ONCE = "2";

    /** Builds what changed among these modules, and returns what that was. */
    public List<Module> build(Collection<Module> modules, Progress progress) {
        List<Module> changed = changed(modules);
        if (!changed.isEmpty()) {
            BuildLock.of(site.checkout())
                    .alone(
                            () -> progress.say("build", "waits for another build in this checkout"),
                            () -> buildAlone(changed(changed), progress));
        }
        return changed;
    }

    private List<Module> changed(Collection<Module> modules) {
        return modules.stream().filter(module -> !isBuilt(module)).toList();
    }

    private void buildAlone(List<Module> changed, Progress progress) {
        // While it was waited for, the other may have built just these.
        if (!changed.isEmpty()) {
            Stopwatch began = Stopwatch.started();
            progress.say("build", names(changed));
            List<String> states = changed.stream().map(this::state).toList();
            run(changed, progress);
            for (int index = 0; index < changed.size(); index++) {
                remember(changed.get(index), states.get(index));
            }
            progress.done("build", "built", began.elapsed());
        }
    }

    private boolean isBuilt(Module module) {
        try {
            return Files.exists(module.jar(site.checkout().root()))
                    && Files.exists(stamp(module))
                    && Files.readString(stamp(module)).equals(state(module));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + stamp(module), failure);
        }
    }

    private void run(List<Module> modules, Progress progress) {
        List<String> command =
                new ArrayList<>(List.of("mvn", "-B", "-ntp", "-am", "-Dmaven.test.skip", "-Dspotless.check.skip"));
        command.addAll(List.of("-T", AT_ONCE));
        command.addAll(List.of("-Dquarkus.package.jar.type=aot-jar", "-pl", names(modules), "package"));
        Command ended;
        try (BuildLog log = new BuildLog(site.data().log("build"), progress)) {
            ended = Maven.run(command, site.checkout().root(), log);
        }
        if (!ended.worked()) {
            throw Maven.failure("could not build " + names(modules), ended.output());
        }
    }

    private String state(Module module) {
        List<String> places = Stream.concat(
                        SHARED.stream(), Stream.of(module.folder() + "/pom.xml", module.folder() + "/src/main"))
                .toList();
        return Fingerprint.of(site.checkout().root(), places);
    }

    private static String names(List<Module> modules) {
        return modules.stream().map(Module::folder).collect(Collectors.joining(","));
    }

    private Path stamp(Module module) {
        return site.generated().resolve("stamps").resolve(module.part());
    }

    private void remember(Module module, String state) {
        try {
            PrivateFiles.write(stamp(module), state);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + stamp(module), failure);
        }
    }
}
