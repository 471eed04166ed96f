package io.skyholm.local.command;

import io.skyholm.local.home.Folders;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets everything the suite knows. */
@Command(name = "reset", description = "Stop everything and delete its data; what was fetched and built stays.")
final class Reset implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean sure;

    @Override
    public Integer call() {
        Suite suite = DefaultSuite.suite();
        if (!sure && !confirmed(suite.site().data().root().toString())) {
            System.out.println("Nothing was deleted; --yes deletes without a question.");
            return REFUSED;
        }
        Down.stop(suite, () -> Folders.delete(suite.site().data().root()));
        System.out.println("Deleted " + suite.site().data().root());
        return 0;
    }

    private static boolean confirmed(String folder) {
        return Terminal.ask("Delete all data in " + folder + "? [y/N]")
                .filter(answer -> answer.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }
}
