package io.skyholm.local.command;

import io.skyholm.local.books.BookCheck;
import io.skyholm.local.books.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares what the suite counts with what there is. */
@Command(
        name = "books",
        description = "Compare the books of the running suite with what they count, hosts included.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:all agrees", "5:something differs"})
final class Books implements Callable<Integer> {
    private static final int DIFFERENT = 5;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "For what is on its way (default: 30).")
    private int timeoutSeconds = 30;

    @Override
    public Integer call() {
        List<Outcome> outcomes = new BookCheck(DefaultSuite.site()).outcomes(Duration.ofSeconds(timeoutSeconds));
        outcomes.forEach(Books::show);
        return outcomes.stream().allMatch(Outcome::agrees) ? 0 : DIFFERENT;
    }

    private static void show(Outcome outcome) {
        String missing = outcome.missingTable();
        String verdict = missing != null ? "skipped" : outcome.agrees() ? "agrees" : "DIFFERS";
        System.out.printf(
                Locale.ROOT,
                "  %-8s %-34s %s%n",
                verdict,
                outcome.comparison().name(),
                outcome.comparison().what());
        if (missing != null) {
            String why =
                    missing.startsWith("observed_") ? "this suite has nothing of that" : "its service has not run yet";
            System.out.printf(Locale.ROOT, "             there is no %s: %s%n", missing, why);
        }
        outcome.differences().forEach(line -> System.out.println("             " + line));
    }
}
