package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Progress;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.DiskSpace;
import io.skyholm.local.home.Site;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.Part;
import io.skyholm.local.terminal.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all checks and tests, or those of one module; each module starts the parts that its tests stand on. */
@Command(name = "test", description = "Run all checks and tests, or those of one module.")
final class Test implements Callable<Integer> {

    /** So many modules are built and tested at the same time: tests wait more than they work, and with more a small machine has not the memory. */
    private static final String SIDE_BY_SIDE = "3";

    @Parameters(paramLabel = "MODULE", arity = "0..1", description = "Such as identity-service.")
    private String module = "";

    @Option(
            names = "-D",
            paramLabel = "NAME=VALUE",
            description = "A property for Maven, such as -Dtest=TenantsApiTest.")
    private Map<String, String> properties = Map.of();

    @Override
    public Integer call() {
        Site site = DefaultSuite.site();
        requireModules(site.checkout());
        DiskSpace.require(site);
        Path root = site.checkout().root();
        prepare(site);
        // What one module has to say is no reason to hear nothing of the others.
        if (module.isEmpty()) {
            return Maven.visibly(root, withProperties("-T", SIDE_BY_SIDE, "--fail-at-end", "verify"));
        }
        // What it stands on is only built: its format and its tests are no checks of this module.
        int prepared = Maven.visibly(
                root,
                withProperties(
                        "-q",
                        "-T",
                        SIDE_BY_SIDE,
                        "-pl",
                        module,
                        "-am",
                        "-DskipTests",
                        "-Dspotless.check.skip",
                        "install"));
        return prepared != 0 ? prepared : Maven.visibly(root, withProperties("-pl", module, "verify"));
    }

    /** Maven takes several with commas between them. */
    private void requireModules(Checkout checkout) {
        Stream.of(module.split(",", -1))
                .filter(name -> !module.isEmpty() && !checkout.has(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new LaunchProblem(
                            "there is no module " + unknown, "choose one of " + String.join(", ", checkout.modules()));
                });
    }

    /** Here somebody sees what is fetched; within a module's tests it would be a long silence. */
    private void prepare(Site site) {
        Map<String, Part> parts = Catalogue.at(site);
        Progress console = new Console(System.out);
        Catalogue.PLATFORM.stream()
                .filter(name -> !name.equals("postgres") || !properties.containsKey("skyholm.postgres"))
                .map(parts::get)
                .forEach(part -> part.prepare(console));
    }

    private String[] withProperties(String... arguments) {
        Stream<String> defined =
                properties.entrySet().stream().map(each -> "-D" + each.getKey() + "=" + each.getValue());
        return Stream.concat(Stream.of(arguments), defined).toArray(String[]::new);
    }
}
