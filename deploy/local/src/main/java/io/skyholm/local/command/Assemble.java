package io.skyholm.local.command;

import io.skyholm.local.home.Site;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.FreeMemory;
import io.skyholm.local.process.PidFile;
import io.skyholm.local.suite.TrainingRun;
import io.skyholm.local.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes the caches for faster starts while nobody waits. */
@Command(name = "assemble", hidden = true)
final class Assemble implements Callable<Integer> {
    /** What a second suite needs beside the one that may be running. */
    private static final long NEEDED_MIB = 3072;

    /** Behind everything that a person does; on a machine with little memory only once the suite is down. */
    static void inBackground(Site site) {
        if (new TrainingRun(site).isNeeded() && pidFile(site).living().isEmpty() && FreeMemory.hasMiB(NEEDED_MIB)) {
            pidFile(site)
                    .write(Background.start(
                            LauncherCommand.launch("assemble").behindOthers(),
                            site.data().log("assemble")));
            System.out.println("The next start will be faster: its caches are being made in the background.");
        }
    }

    static PidFile pidFile(Site site) {
        return new PidFile(site.generated().resolve("assemble.pid"));
    }

    @Override
    public Integer call() {
        new TrainingRun(DefaultSuite.site()).run(new Console(System.out));
        pidFile(DefaultSuite.site()).delete();
        return 0;
    }
}
