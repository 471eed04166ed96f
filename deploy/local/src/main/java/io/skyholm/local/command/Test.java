package io.skyholm.local.command;

import io.skyholm.local.artifact.Maven;
import io.skyholm.local.home.DiskSpace;
import io.skyholm.local.home.Site;
import io.skyholm.local.suite.TestPlatform;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all checks and tests, or those of one module, on a platform that is started once for all of them. */
@Command(name = "test", description = "Run all checks and tests, or those of one module.")
final class Test implements Callable<Integer> {
    @Parameters(paramLabel = "MODULE", arity = "0..1", description = "Such as identity-service.")
    private String module = "";

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "Told to Maven, such as -Dtest=TenantsApiTest.")
    private Map<String, String> properties = Map.of();

    @Override
    public Integer call() {
        Site site = Here.site();
        DiskSpace.require(site);
        Path root = site.checkout().root();
        TestPlatform.with(new Console(System.out), parts());
        if (module.isEmpty()) {
            return Maven.visibly(root, told("verify"));
        }
        int prepared = Maven.visibly(root, "-q", "-pl", module, "-am", "-DskipTests", "install");
        return prepared != 0 ? prepared : Maven.visibly(root, told("-pl", module, "verify"));
    }

    /** A PostgreSQL from elsewhere is started by the tests themselves. */
    private String[] parts() {
        return properties.containsKey("skyholm.postgres") ? new String[] {"kafka"} : new String[] {"postgres", "kafka"};
    }

    private String[] told(String... arguments) {
        Stream<String> told = properties.entrySet().stream().map(each -> "-D" + each.getKey() + "=" + each.getValue());
        return Stream.concat(Stream.of(arguments), told).toArray(String[]::new);
    }
}
