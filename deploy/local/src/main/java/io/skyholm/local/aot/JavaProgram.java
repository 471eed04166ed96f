package io.skyholm.local.aot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Java program: the options of its virtual machine, its jars, what to run, and its arguments. */
public record JavaProgram(
        String name, List<String> options, List<Path> jars, List<String> entry, List<String> arguments) {
    public JavaProgram {
        options = List.copyOf(options);
        jars = List.copyOf(jars);
        entry = List.copyOf(entry);
        arguments = List.copyOf(arguments);
    }

    /** A main class with a class path. */
    public static JavaProgram ofClassPath(String name, List<String> options, List<Path> jars, String mainClass) {
        String classPath = String.join(
                System.getProperty("path.separator"),
                jars.stream().map(Path::toString).toList());
        return new JavaProgram(name, options, jars, List.of("-cp", classPath, mainClass), List.of());
    }

    /** A jar that knows its main class and its class path, which lies in these folders. */
    public static JavaProgram ofJar(String name, List<String> options, Path jar, List<Path> libraries) {
        List<Path> jars = Stream.concat(
                        Stream.of(jar), libraries.stream().flatMap(folder -> Jars.below(folder).stream()))
                .toList();
        return new JavaProgram(name, options, jars, List.of("-jar", jar.toString()), List.of());
    }

    public JavaProgram with(String... more) {
        return new JavaProgram(name, options, jars, entry, Stream.of(more).toList());
    }

    /** Properties that differ between data directories, and so are no business of the cache. */
    public JavaProgram withProperties(Map<String, String> properties) {
        Stream<String> defined =
                properties.entrySet().stream().map(each -> "-D" + each.getKey() + "=" + each.getValue());
        return new JavaProgram(
                name, options, jars, Stream.concat(defined, entry.stream()).toList(), arguments);
    }

    /** The command line that uses the cache of this program, or records for one. */
    public List<String> command(Path caches, AotMode mode) {
        return whole(AotCache.of(this, caches).flags(mode));
    }

    /** The command line for a program that runs once. */
    public List<String> command() {
        return whole(List.of());
    }

    private List<String> whole(List<String> flags) {
        List<String> command = new ArrayList<>(commandWith(flags));
        command.addAll(arguments);
        return command;
    }

    List<String> commandWith(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(flags);
        command.addAll(entry);
        return command;
    }
}
