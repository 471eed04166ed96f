package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import io.skyholm.local.artifact.Maven;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.artifact.NewMaven;
import io.skyholm.local.part.Catalogue;
import io.skyholm.local.part.ServiceEnvironment;
import io.skyholm.local.process.Launch;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.Supervisor;
import io.skyholm.local.terminal.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts one service under live reload, in the place of its process in the running suite. */
@Command(name = "dev", description = "Run one service with live reload against the running rest, until Ctrl-C.")
final class Dev implements Callable<Integer> {
    @Parameters(paramLabel = "SERVICE", description = "Such as identity.")
    private String service = "";

    @Override
    public Integer call() {
        Suite suite = DefaultSuite.suite();
        String module = Catalogue.modules(suite.site().checkout()).stream()
                .filter(candidate -> candidate.part().equals(service) && Services.ALL.contains(service))
                .map(Module::folder)
                .findFirst()
                .orElseThrow(
                        () -> new LaunchProblem(service + " is not a service", "./skyholm status lists the parts"));
        if (Supervisor.pidFile(suite).living().isEmpty()) {
            throw new LaunchProblem("the suite is not up", "./skyholm up --detach starts it; then try again");
        }
        Path root = suite.site().checkout().root();
        String maven = new NewMaven(suite.site().parts()).program(new Console(System.out));
        int prepared = Maven.visibly(root, "-q", "-pl", module, "-am", "-DskipTests", "install");
        return prepared != 0
                ? prepared
                : inItsPlace(suite, List.of(maven, "-B", "-ntp", "-pl", module, "io.quarkus:quarkus-maven-plugin:dev"));
    }

    /** The claim ends with this process, however it ends, and then the supervisor starts the service again. */
    private int inItsPlace(Suite suite, List<String> command) {
        PidFile claim = new PidFile(suite.site().data().claimFile(service));
        claim.write(ProcessHandle.current());
        suite.stop(service);
        int code = Maven.visibly(new Launch(
                command,
                new ServiceEnvironment(suite.site()).ofMigrating(service),
                suite.site().checkout().root()));
        claim.delete();
        return code;
    }
}
