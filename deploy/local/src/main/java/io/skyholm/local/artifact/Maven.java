package io.skyholm.local.artifact;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.process.Children;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The Maven client on the PATH. Runs that resolve whole trees of dependencies are made one at a time, because its local repository
 * does not like company; what comes in one piece and is wanted by nobody else comes beside them.
 */
public final class Maven {
    private static final String DEPENDENCY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);
    private static final int LINES_SHOWN = 12;
    private static final Pattern TELLING = Pattern.compile("^\\[ERROR] \\S|^\\[WARNING] \\S+\\.java");
    private static final Pattern PATTER = Pattern.compile(
            "ERROR] \\[Help|full stack trace|-X switch|more information|mvn <args>|After correcting|COMPILATION ERROR|-Werror");

    /** What Maven cannot reach it names with a repository and a reason; the compiler, too, "cannot access" a class. */
    private static final Pattern OFFLINE = Pattern.compile("cannot access \\S+ \\(\\S+\\) in offline mode");

    private Maven() {}

    /** Copies the jars a standalone pom names into a folder. */
    public static void copyJars(Path pom, Path folder) {
        List<String> command = quietly(
                folder, List.of("-f", pom.toString(), DEPENDENCY + "copy-dependencies", "-DincludeScope=runtime"));
        require(run(command, folder), pom.toString());
    }

    /** Unpacks one zip or jar into a folder. */
    public static void unpack(String artifact, Path folder) {
        List<String> command = quietly(
                folder, List.of(DEPENDENCY + "unpack", "-Dartifact=" + artifact, "-DmarkersDirectory=" + folder));
        require(runBesideOthers(command, folder), artifact);
    }

    /** Runs Maven in the terminal of the person who asked for it, and returns its exit code. */
    public static int visibly(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp"));
        command.addAll(List.of(arguments));
        return visibly(new Launch(command, Map.of(), folder));
    }

    /** The same with a certain Maven, or a certain environment. */
    public static int visibly(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .inheritIO();
        builder.environment().putAll(launch.environment());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return Children.start(builder).waitFor();
        } catch (IOException failure) {
            throw new LaunchProblem("cannot run mvn: " + failure.getMessage(), "install Maven 3.8.7 or newer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static List<String> quietly(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q"));
        command.addAll(arguments);
        command.add("-DoutputDirectory=" + folder);
        return command;
    }

    private static void require(Command ended, String what) {
        if (!ended.worked()) {
            throw failure("could not bring " + what, ended.output());
        }
    }

    static Command run(List<String> command, Path folder) {
        return run(command, folder, _ -> {});
    }

    /** The same for one that takes long: each line is told as it comes. */
    static Command run(List<String> command, Path folder, Consumer<String> line) {
        ONE_AT_A_TIME.lock();
        try {
            return Command.run(launch(command, folder), line);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Command runBesideOthers(List<String> command, Path folder) {
        return Command.run(launch(command, folder));
    }

    private static Launch launch(List<String> command, Path folder) {
        return new Launch(command, Map.of("JAVA_HOME", System.getProperty("java.home")), folder);
    }

    static LaunchProblem failure(String what, String output) {
        List<String> all = output.lines().toList();
        List<String> telling = all.stream()
                .filter(line ->
                        TELLING.matcher(line).find() && !PATTER.matcher(line).find())
                .map(line -> line.replace(" -> [Help 1]", ""))
                .limit(LINES_SHOWN)
                .toList();
        List<String> shown =
                telling.isEmpty() ? all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size()) : telling;
        String said = String.join(System.lineSeparator(), shown);
        return new LaunchProblem(
                "Maven " + what + ":" + System.lineSeparator() + said, remedy(said.toLowerCase(Locale.ROOT)));
    }

    private static String remedy(String said) {
        if (said.contains("no space left")) {
            return "make room on the disk that holds the Maven repository, then try again";
        }
        boolean network = said.contains("unknown host")
                || said.contains("could not transfer")
                || said.contains("connection")
                || said.contains("timed out")
                || OFFLINE.matcher(said).find();
        return network
                ? "the first start needs the network: check it (and the mirror or proxy in ~/.m2/settings.xml), then try again; what came already is kept"
                : "mend what it names, then run the command again";
    }
}
