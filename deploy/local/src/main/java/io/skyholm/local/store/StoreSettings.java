package io.skyholm.local.store;

import io.skyholm.local.home.Site;
import io.skyholm.local.part.ServiceEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which object stores storage is told of by its environment: the one that takes new bytes, and those that took them before. */
public record StoreSettings(Map<String, String> environment) {
    private static final String OWN = "SKYHOLM_STORAGE_";
    private static final Pattern FORMER =
            Pattern.compile("(SKYHOLM_STORAGE_FORMER_STORES__.+?__)(?:FOLDER|S3_[A-Z_]+)");

    /** The environment of a suite's storage, which has that of whoever starts it below its own. */
    public static StoreSettings of(Site site) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(new ServiceEnvironment(site).of("storage"));
        return new StoreSettings(environment);
    }

    /** All of them, and beside them the folder of the hosts where it is none of them. */
    public List<ObjectStore> stores() {
        Path ofHosts = Path.of(text(OWN + "FOLDER", "objects")).toAbsolutePath().normalize();
        List<ObjectStore> stores = new ArrayList<>();
        stores.add(store(text(OWN + "STORE", "default"), OWN, ofHosts));
        TreeSet<String> former = new TreeSet<>();
        environment.keySet().forEach(name -> FORMER.matcher(name).results().forEach(one -> former.add(one.group(1))));
        for (String prefix : former) {
            String id = prefix.substring(OWN.length() + "FORMER_STORES__".length(), prefix.length() - 2)
                    .toLowerCase(Locale.ROOT);
            stores.add(store(id, prefix, ofHosts));
        }
        if (stores.stream().noneMatch(ObjectStore::isOfHosts)) {
            stores.add(new ObjectFolder("of the hosts", true, ofHosts));
        }
        return stores;
    }

    private ObjectStore store(String id, String prefix, Path ofHosts) {
        String bucket = text(prefix + "S3_BUCKET", "");
        if (!bucket.isEmpty()) {
            return new ObjectBucket(id, access(prefix + "S3_", bucket));
        }
        Path folder = Path.of(text(prefix + "FOLDER", ofHosts.toString()))
                .toAbsolutePath()
                .normalize();
        return new ObjectFolder(id, folder.equals(ofHosts), folder);
    }

    private BucketAccess access(String prefix, String bucket) {
        String region = text(prefix + "REGION", "us-east-1");
        URI endpoint = URI.create(text(prefix + "ENDPOINT", "https://s3." + region + ".amazonaws.com"));
        boolean inPath = Boolean.parseBoolean(text(prefix + "PATH_STYLE", "true"));
        String place = inPath
                ? endpoint.getRawAuthority() + path(endpoint) + "/" + bucket
                : bucket + "." + endpoint.getRawAuthority() + path(endpoint);
        return new BucketAccess(
                URI.create(endpoint.getScheme() + "://" + place),
                region,
                text(prefix + "ACCESS_KEY", ""),
                text(prefix + "SECRET_KEY", ""));
    }

    private static String path(URI endpoint) {
        String path = endpoint.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private String text(String name, String otherwise) {
        String text = environment.getOrDefault(name, "");
        return text.isEmpty() ? otherwise : text;
    }
}
