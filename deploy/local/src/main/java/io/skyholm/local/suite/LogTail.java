package io.skyholm.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a log that say why a start failed: those about errors, or else the last ones. */
final class LogTail {
    private static final int LINES = 15;
    private static final int LONGEST = 300;
    private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|PANIC|Exception|Caused by|Error:");
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more)");

    private LogTail() {}

    static String of(Path log, long from) {
        try {
            byte[] all = Files.readAllBytes(log);
            int begin = (int) Math.min(from, all.length);
            return matter(new String(all, begin, all.length - begin, StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    static String matter(List<String> log) {
        List<String> lines =
                log.stream().filter(line -> !FRAME.matcher(line).find()).toList();
        int first = IntStream.range(0, lines.size())
                .filter(index -> TROUBLE.matcher(lines.get(index)).find())
                .findFirst()
                .orElse(Math.max(0, lines.size() - LINES));
        return lines.stream()
                .skip(first)
                .limit(LINES)
                .map(line -> "    " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
