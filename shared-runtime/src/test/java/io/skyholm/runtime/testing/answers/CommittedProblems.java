package io.skyholm.runtime.testing.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.runtime.testing.api.Schemas;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the problems of a service say in its document, each as a test got it; those of several services stand in a shared module. */
final class CommittedProblems {

    private static final String NAME = "contract/problems.properties";
    private static final Path FILE = Path.of("src", "main", "resources").resolve(NAME);
    private static final String HEAD =
            "# What the problems of this service say, as its tests got it: `CODE = detail`.\n";

    private final SortedMap<String, String> own;
    private final SortedSet<String> wanted;

    CommittedProblems(Map<String, String> own, SortedSet<String> wanted) {
        this.own = new TreeMap<>(own);
        this.wanted = wanted;
    }

    /** Those of the service whose module is tested: the codes that its document shows, and no shared module explains. */
    static CommittedProblems of(Schemas document) {
        try {
            Map<String, String> own = Files.exists(FILE) ? read(FILE.toUri().toURL()) : Map.of();
            SortedSet<String> wanted = shown(document);
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(NAME))) {
                if (!isOwn(file)) {
                    wanted.removeAll(read(file).keySet());
                }
            }
            return new CommittedProblems(own, wanted);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was compiled of this module may be older than what it has now. */
    private static boolean isOwn(URL file) {
        return file.getProtocol().equals("file")
                && Path.of(URI.create(file.toString())).startsWith(Path.of("").toAbsolutePath());
    }

    /** What is missing, what nobody shows, and what no problem has said. */
    List<String> faults(RecordedProblems recorded) {
        List<String> faults = new ArrayList<>();
        wanted.stream().filter(code -> !own.containsKey(code)).forEach(code -> faults.add(code + ": there is none"));
        own.forEach((code, detail) -> {
            if (!wanted.contains(code)) {
                faults.add(code + ": no operation shows it");
            } else if (recorded.contradict(code, detail)) {
                faults.add(code + ": problems say something else");
            }
        });
        return faults;
    }

    /** Takes what is missing or wrong from what the tests got. */
    CommittedProblems completed(RecordedProblems recorded) {
        SortedMap<String, String> now = new TreeMap<>(own);
        now.keySet().retainAll(wanted);
        wanted.stream()
                .filter(code -> !now.containsKey(code) || recorded.contradict(code, now.get(code)))
                .forEach(code -> recorded.usual(code).ifPresent(detail -> now.put(code, detail)));
        return new CommittedProblems(now, wanted);
    }

    Map<String, String> details() {
        return own;
    }

    void write() {
        if (own.isEmpty()) {
            return;
        }
        String lines = own.entrySet().stream()
                .map(detail -> detail.getKey() + " = " + detail.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(FILE, HEAD + lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static SortedSet<String> shown(Schemas document) {
        SortedSet<String> codes = new TreeSet<>();
        document.document()
                .at("/components/responses")
                .forEach(response -> codes.add(response.at("/content/application~1problem+json/example/code")
                        .asText()));
        codes.remove("");
        return codes;
    }

    private static Map<String, String> read(URL file) throws IOException {
        Properties read = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), UTF_8)) {
            read.load(reader);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toMap(code -> code, read::getProperty));
    }
}
