package io.skyholm.local.ceph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.process.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What a cluster has, as somebody sees it who is no agent.
 *
 * @param wanted whether somebody wants to know what a host of that name has
 */
public record CephListing(CephFiles files, Predicate<String> wanted) {
    /** In which an agent writes down which image is what. */
    public static final String INDEX = "skyholm.index";

    private static final String TRASH = "rbd_trash";

    /** So many seconds a cluster that does not answer is waited for. */
    private static final String LONGEST = "60";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of all hosts. */
    public CephListing(CephFiles files) {
        this(files, host -> true);
    }

    /** Those who may keep disks there, as far as somebody wants to know. */
    public List<String> hosts() {
        List<String> places = files.hostsHavePools()
                ? names(List.of("ceph", "osd", "pool", "ls"), "name")
                : names(List.of("rbd", "namespace", "ls", "--pool", CephHosts.POOL), "name");
        return places.stream().filter(wanted).toList();
    }

    /** The names of a host's images. */
    public List<String> images(String host) {
        return names(within(host, "rbd", "ls"), "image");
    }

    /** The keys of a host's images that are half removed, of which {@code rbd} lists none. */
    public List<String> trash(String host) {
        return keys(host, TRASH);
    }

    /** The keys of a host's index: what it has, and the id of each; none before its agent came for the first time. */
    public List<String> index(String host) {
        return keys(host, INDEX);
    }

    private List<String> keys(String host, String object) {
        return objects(host).contains(object) ? lines(within(host, "rados", "listomapkeys", object)) : List.of();
    }

    /** The names of all objects of a host. */
    public List<String> objects(String host) {
        return lines(within(host, "rados", "ls"));
    }

    /** A command on what is a host's. */
    List<String> within(String host, String... command) {
        List<String> whole = new ArrayList<>(List.of("timeout", LONGEST));
        whole.addAll(List.of(command));
        whole.addAll(
                files.hostsHavePools()
                        ? List.of("--pool", host)
                        : List.of("--pool", CephHosts.POOL, "--namespace", host));
        return whole;
    }

    private List<String> lines(List<String> command) {
        return files.run(command.toArray(String[]::new))
                .output()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Of things that are listed by their names, or as objects that have a name. */
    private List<String> names(List<String> command, String name) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--format", "json"));
        Command listed = files.run(whole.toArray(String[]::new));
        try {
            return StreamSupport.stream(JSON.readTree(listed.output()).spliterator(), false)
                    .map(one -> text(one, name))
                    .toList();
        } catch (JsonProcessingException unreadable) {
            throw new LaunchProblem(
                    String.join(" ", command) + " said what nobody understands: " + listed.output(),
                    "./skyholm logs ceph-mon and ceph-osd say more",
                    unreadable);
        }
    }

    private static String text(JsonNode one, String name) {
        return one.isTextual() ? one.asText() : one.path(name).asText();
    }
}
