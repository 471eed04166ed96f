package io.skyholm.runtime.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of docs/SECURITY.md, each of which names the tests that show it. */
final class SecurityClaims {

    private static final String HEADING = "## Claims";
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
    private static final Pattern ANNOTATED = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
    private static final Path TEST_SOURCES = Path.of("src", "test", "java");

    private SecurityClaims() {}

    /** What is wrong with the page: claims that name no test, tests that are not there, and tests named where nobody checks them. */
    static List<String> faults(String page, Path sources) {
        Map<String, String> textByClass = textByClass(sources);
        return Stream.concat(misplaced(page), claims(page).flatMap(claim -> faultsOf(claim, textByClass)))
                .toList();
    }

    private static Stream<String> misplaced(String page) {
        Set<String> claims = claims(page).collect(Collectors.toSet());
        return page.lines()
                .filter(line -> !claims.contains(line) && TEST.matcher(line).find())
                .map(line -> "not among the claims: " + line);
    }

    static Stream<String> claims(String page) {
        String after = page.substring(page.indexOf(HEADING) + HEADING.length());
        return after.lines()
                .dropWhile(line -> !line.startsWith("| ---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"));
    }

    private static Stream<String> faultsOf(String claim, Map<String, String> textByClass) {
        List<MatchResult> tests = TEST.matcher(claim).results().toList();
        if (tests.isEmpty()) {
            return Stream.of("no test shows: " + claim);
        }
        return tests.stream()
                .filter(test -> !isThere(textByClass.getOrDefault(test.group(1), ""), test.group(2)))
                .map(test -> "there is no test " + test.group(1) + "." + test.group(2));
    }

    /** Methods stand apart by blank lines, with their annotations above them. */
    private static boolean isThere(String text, String method) {
        Pattern declared = Pattern.compile("(?m)^\\s+(?:void|Stream<\\w+>) " + Pattern.quote(method) + "\\(");
        return Stream.of(text.split("\n\n", -1))
                .anyMatch(part ->
                        ANNOTATED.matcher(part).find() && declared.matcher(part).find());
    }

    private static Map<String, String> textByClass(Path sources) {
        return SourceFiles.in(sources).stream()
                .filter(file -> file.toString().contains(TEST_SOURCES.toString()))
                .collect(Collectors.toMap(SecurityClaims::name, SecurityClaims::text, String::concat));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
