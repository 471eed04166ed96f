package io.skyholm.local.artifact;

import io.skyholm.local.Progress;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Maven of 3.9 or newer, which live reload asks for and some machines do not have: theirs, or one of our own. */
public record NewMaven(Path parts) {
    private static final String VERSION = "3.9.12";
    private static final Pattern SAID = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)");

    /** The program to call. */
    public String program(Progress progress) {
        if (isNewEnough(Command.run(new Launch(List.of("mvn", "-v"), Map.of(), Path.of("/")))
                .output())) {
            return "mvn";
        }
        PreparedFolder folder = new PreparedFolder(parts.resolve("maven-" + VERSION));
        Path program = Path.of("apache-maven-" + VERSION, "bin", "mvn");
        folder.prepare(draft -> {
            progress.say("maven", "fetching Maven " + VERSION + ", which live reload needs");
            Maven.unpack("org.apache.maven:apache-maven:" + VERSION + ":zip:bin", draft);
            draft.resolve(program).toFile().setExecutable(true);
        });
        return folder.folder().resolve(program).toString();
    }

    static boolean isNewEnough(String said) {
        Matcher version = SAID.matcher(said);
        if (!version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > 3 || (major == 3 && Integer.parseInt(version.group(2)) >= 9);
    }
}
