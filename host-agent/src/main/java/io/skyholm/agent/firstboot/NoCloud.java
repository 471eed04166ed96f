package io.skyholm.agent.firstboot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.skyholm.agent.guest.Mounts;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is told when it boots, as cloud-init's source NoCloud reads it. All but user data is written as JSON, which is YAML as well: no
 * text that is put into it can become anything else.
 */
final class NoCloud {

    private static final int HOSTNAME_DIGITS = 12;
    private static final int DIGEST_DIGITS = 16;

    private NoCloud() {}

    /** Its files by their names; the first port is that of the default route. */
    static Map<String, byte[]> files(DesiredVm desired, List<DesiredPort> ports, List<Attachment> disks) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("meta-data", bytes(EventJson.write(metaData(desired))));
        files.put("user-data", bytes(Objects.requireNonNullElse(desired.userData(), "")));
        files.put("network-config", bytes(EventJson.write(networkConfig(ports))));
        files.put("vendor-data", bytes(vendorData(password(desired.passwordHash()) + Mounts.atBoot(disks))));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** After a build the machine is another one for cloud-init, and does everything again. */
    private static Map<String, Object> metaData(DesiredVm desired) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instance-id", desired.instanceId() + "-" + desired.builds());
        data.put("local-hostname", hostname(desired));
        data.put("public-keys", desired.sshKeys());
        return data;
    }

    private static String hostname(DesiredVm desired) {
        return Objects.requireNonNullElseGet(desired.hostname(), () -> {
            String digits = lastDigits(desired.instanceId());
            return "instance-" + digits;
        });
    }

    private static String lastDigits(UUID id) {
        String digits = id.toString().replace("-", "");
        return digits.substring(digits.length() - HOSTNAME_DIGITS);
    }

    private static Map<String, Object> networkConfig(List<DesiredPort> ports) {
        Map<String, Object> ethernets = new LinkedHashMap<>();
        for (DesiredPort port : ports) {
            String name = "eth" + ethernets.size();
            ethernets.put(name, ethernet(name, port, ethernets.isEmpty()));
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("version", 2);
        config.put("ethernets", ethernets);
        return config;
    }

    private static Map<String, Object> ethernet(String name, DesiredPort port, boolean first) {
        Map<String, Object> ethernet = new LinkedHashMap<>();
        ethernet.put("match", Map.of("macaddress", port.macAddress()));
        ethernet.put("set-name", name);
        ethernet.put("dhcp4", false);
        ethernet.put("dhcp6", false);
        ethernet.put("addresses", port.addresses());
        Integer mtu = port.settings().mtu();
        if (mtu != null) {
            ethernet.put("mtu", mtu);
        }
        Map<String, Object> nameServers = new LinkedHashMap<>();
        nameServers.put("addresses", port.nameServers());
        nameServers.put("search", port.settings().searchDomains());
        ethernet.put("nameservers", nameServers);
        ethernet.put("routes", routes(port, first));
        return ethernet;
    }

    private static List<Map<String, String>> routes(DesiredPort port, boolean first) {
        List<Map<String, String>> routes = new ArrayList<>();
        if (first) {
            port.gateways()
                    .forEach(gateway -> routes.add(route(gateway.contains(":") ? "::/0" : "0.0.0.0/0", gateway)));
        }
        port.settings().routes().forEach(route -> routes.add(route(route.destination(), route.nextHop())));
        return routes;
    }

    private static Map<String, String> route(String destination, String router) {
        Map<String, String> route = new LinkedHashMap<>();
        route.put("to", destination);
        route.put("via", router);
        return route;
    }

    /**
     * What the platform has done at every boot, by a script. Settings of cloud-config would be replaced by those of user data, and be looked at once for each
     * instance: a disk that is attached later would never be mounted, and one that is detached would be missed at each boot.
     */
    private static String vendorData(String script) {
        return script.isEmpty() ? "" : "#cloud-boothook\n#!/bin/sh\n" + script;
    }

    /**
     * Sets the password once, and again only when it is another: what a tenant changes stays.
     */
    private static String password(@Nullable String passwordHash) {
        if (passwordHash == null) {
            return "";
        }
        if (!passwordHash.matches("[\\x21-\\x7e&&[^:]]+")) {
            throw new IllegalArgumentException("The hash of a password has a character that none has");
        }
        return """
                cloud-init-per instance skyholm-password-%s chpasswd -e <<'END'
                root:%s
                END
                """.formatted(digest(passwordHash), passwordHash);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
