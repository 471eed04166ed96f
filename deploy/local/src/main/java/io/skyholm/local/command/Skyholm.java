package io.skyholm.local.command;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.home.Checkout;
import io.skyholm.local.process.Shutdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Skyholm. */
@Command(
        name = "skyholm",
        description = "Runs Skyholm on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Token.class,
            Guest.class,
            Dev.class,
            Test.class,
            Bench.class,
            Audit.class,
            Books.class,
            Reset.class,
            Supervise.class,
            Assemble.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Settings come from the environment:",
            "  SKYHOLM_DATA         where everything generated is kept (default: .skyholm in the checkout)",
            "  SKYHOLM_PORT_<PART>  the port of a part, such as SKYHOLM_PORT_POSTGRES",
            "  SKYHOLM_LOCAL_HOSTS  how many hosts there are (default: 3)",
            "  SKYHOLM_RELAYS       services whose events have a relay of their own, or per-service (default: none)",
            "  SKYHOLM_JVM=fast     full compilation and larger heaps, as the benchmarks use",
        })
final class Skyholm {
    private static final int FAILED = 1;

    private Skyholm() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments.length == 0 ? new String[] {"help"} : arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Skyholm());
        addStandardOptions(line);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        return line.setUsageHelpAutoWidth(true);
    }

    /** --help and --version are options of each command, also of those whose parameters are missing; "help" has its own. */
    private static void addStandardOptions(CommandLine line) {
        if (!line.getCommandSpec().helpCommand()) {
            line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(() ->
                    new String[] {"skyholm " + Checkout.find().version()});
        }
        line.getSubcommands().values().forEach(Skyholm::addStandardOptions);
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        // What fails once the end has begun fails because of it, and is not worth a word.
        if (Shutdown.hasBegun()) {
            return FAILED;
        }
        if (failure instanceof LaunchProblem problem) {
            command.getErr().println();
            command.getErr().println(problem.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
