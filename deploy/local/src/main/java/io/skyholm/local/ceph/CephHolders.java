package io.skyholm.local.ceph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.process.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who has the images of a cluster open, and locked. Whoever only looks, as this does, is no watcher. */
public record CephHolders(CephListing ceph) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of those images of a host. */
    public List<CephHolder> of(String host, List<String> images) {
        List<CephHolder> holders = new ArrayList<>();
        Set<String> shutOut = images.isEmpty() ? Set.of() : shutOut();
        for (String image : images) {
            for (JsonNode watcher : said(host, image, "rbd", "status").path("watchers")) {
                String client = "client." + watcher.path("client").asText();
                holders.add(holder(image, "watcher", client, watcher, shutOut));
            }
            for (JsonNode lock : said(host, image, "rbd", "lock", "ls")) {
                holders.add(holder(image, "lock", lock.path("locker").asText(), lock, shutOut));
            }
        }
        return holders;
    }

    private static CephHolder holder(String image, String kind, String client, JsonNode said, Set<String> shutOut) {
        String address = said.path("address").asText();
        return new CephHolder(image, kind, client, address, shutOut.contains(address));
    }

    /** The addresses of clients from whom Ceph takes nothing, each at the beginning of a line. */
    private Set<String> shutOut() {
        Set<String> addresses = new HashSet<>();
        ceph.files()
                .run("timeout", "60", "ceph", "osd", "blocklist", "ls")
                .output()
                .lines()
                .forEach(line -> {
                    int end = line.indexOf(' ');
                    addresses.add(end < 0 ? line : line.substring(0, end));
                });
        return addresses;
    }

    /** Of an image that is removed meanwhile nothing is said. */
    private JsonNode said(String host, String image, String... command) {
        List<String> whole = new ArrayList<>(ceph.within(host, command));
        whole.addAll(List.of("--image", image, "--format", "json"));
        Command ended = Command.run(ceph.files().launch(whole.toArray(String[]::new)));
        if (!ended.worked()) {
            if (!ceph.images(host).contains(image)) {
                return JSON.createObjectNode();
            }
            throw new LaunchProblem(
                    String.join(" ", whole) + " failed: " + ended.output().strip(),
                    "./skyholm logs ceph-mon and ceph-osd say more");
        }
        try {
            return JSON.readTree(ended.output());
        } catch (JsonProcessingException unreadable) {
            throw new LaunchProblem(
                    String.join(" ", whole) + " said what nobody understands: " + ended.output(),
                    "./skyholm logs ceph-mon and ceph-osd say more",
                    unreadable);
        }
    }
}
