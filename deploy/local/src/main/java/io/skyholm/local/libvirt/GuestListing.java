package io.skyholm.local.libvirt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.process.Command;
import io.skyholm.local.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What hosts have of guests, as somebody sees it who is no agent.
 *
 * @param names what each host is called among these, by what the platform calls it
 */
public record GuestListing(RealHosts hosts, Map<String, String> names) {

    /**
     * What libvirt runs, or would run.
     *
     * @param name what it is called there
     */
    public record Domain(String name, boolean isRunning) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of all hosts of a suite that has some, which are called the same everywhere. */
    public GuestListing(RealHosts hosts) {
        this(hosts, hosts.names().stream().collect(Collectors.toMap(host -> host, host -> host)));
    }

    /** Of one host that the platform calls otherwise. */
    public GuestListing(RealHosts hosts, String hostname, String name) {
        this(hosts, Map.of(hostname, name));
    }

    /** As the platform calls them. */
    public Set<String> hostnames() {
        return names.keySet();
    }

    /** Its machines, whoever made them. */
    public List<Domain> domains(String hostname) {
        Set<String> running = domains(hostname, "--state-running").collect(Collectors.toSet());
        return domains(hostname, "--all")
                .map(name -> new Domain(name, running.contains(name)))
                .toList();
    }

    private Stream<String> domains(String hostname, String which) {
        return run("timeout", "20", "virsh", "-q", "-c", hosts.uri(here(hostname)), "list", "--name", which)
                .lines()
                .filter(line -> !line.isBlank());
    }

    /** What is noted at each device of its network that has a note. */
    public List<String> notes(String hostname) {
        String said = run("ip", "-n", hosts.namespace(here(hostname)), "-json", "link", "show");
        try {
            return StreamSupport.stream(JSON.readTree(said).spliterator(), false)
                    .map(device -> device.path("ifalias"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .toList();
        } catch (JsonProcessingException unreadable) {
            throw new LaunchProblem(
                    "ip said of " + hostname + " what nobody understands: " + said,
                    "see whether iproute2 is as new as Debian's",
                    unreadable);
        }
    }

    private String here(String hostname) {
        return Objects.requireNonNull(names.get(hostname), hostname);
    }

    private static String run(String... command) {
        Command ran = Command.run(new Launch(List.of(command), Map.of(), Path.of("/")));
        if (!ran.worked()) {
            throw new LaunchProblem(
                    String.join(" ", command) + " failed: " + ran.output().strip(),
                    "./skyholm status says whether the host's libvirt runs");
        }
        return ran.output();
    }
}
