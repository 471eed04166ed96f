package io.skyholm.local.command;

import io.skyholm.local.home.Site;
import io.skyholm.local.process.Background;
import io.skyholm.local.process.FreeMemory;
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
        TrainingRun training = new TrainingRun(site);
        if (training.pidFile().living().isEmpty() && training.isNeeded() && FreeMemory.hasMiB(NEEDED_MIB)) {
            training.pidFile()
                    .write(Background.start(
                            LauncherCommand.launch("assemble").behindOthers(),
                            site.data().log("assemble")));
            System.out.println("The next start will be faster: a second suite runs for some minutes behind everything"
                    + " else, and makes its caches. ./skyholm down ends it.");
        }
    }

    @Override
    public Integer call() {
        TrainingRun training = new TrainingRun(DefaultSuite.site());
        training.run(new Console(System.out));
        training.pidFile().delete();
        return 0;
    }
}
