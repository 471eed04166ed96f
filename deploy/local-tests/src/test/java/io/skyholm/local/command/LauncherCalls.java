package io.skyholm.local.command;

import io.skyholm.local.home.Checkout;
import io.skyholm.local.home.Ports;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the launcher as a person does, with everything generated in a folder of its own. */
record LauncherCalls(Path generated, Ports ports) {

    Command call(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dskyholm.root=" + Checkout.find().root(),
                Skyholm.class.getName()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>(Map.of("SKYHOLM_DATA", generated.toString()));
        ports.byPart().forEach((part, port) -> environment.put(Ports.variable(part), port.toString()));
        return Command.run(new Launch(command, environment, generated));
    }
}
