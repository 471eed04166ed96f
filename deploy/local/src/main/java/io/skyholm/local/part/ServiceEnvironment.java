package io.skyholm.local.part;

import io.skyholm.local.ceph.CephBucket;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.home.Secrets;
import io.skyholm.local.home.SigningKey;
import io.skyholm.local.home.Site;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of each service. */
public record ServiceEnvironment(Site site) {

    public Map<String, String> of(String service) {
        Secrets secrets = site.secrets();
        Map<String, String> variables = new TreeMap<>();
        variables.put("SKYHOLM_PORT", Integer.toString(site.ports().of(service)));
        variables.put("SKYHOLM_DB_URL", "postgresql://127.0.0.1:" + site.ports().of("postgres") + "/skyholm");
        variables.put("SKYHOLM_DB_USER", service + "_service");
        variables.put("SKYHOLM_DB_PASSWORD", secrets.password(service + "_service"));
        variables.putAll(new KafkaAccess(site).environment(service));
        variables.put("SKYHOLM_KEYCLOAK_URL", site.http("keycloak"));
        variables.put("SKYHOLM_ISSUER", site.gateway() + "/realms/skyholm");
        String signingKey = secrets.signingKey("service_tokens");
        variables.put("SKYHOLM_SERVICE_TOKEN_KEYS", SigningKey.publicKeys(signingKey));
        variables.put(
                "SKYHOLM_JOURNAL", site.data().of("journal").resolve(service).toString());
        variables.put("SKYHOLM_LOCAL", "true");
        if (Files.exists(site.data().clock())) {
            variables.put("SKYHOLM_CLOCK_FILE", site.data().clock().toString());
        }
        if (service.equals("identity")) {
            variables.put("SKYHOLM_PUBLIC_URL", site.gateway());
            variables.put("SKYHOLM_SERVICE_TOKEN_SIGNING_KEY", signingKey);
            variables.put("SKYHOLM_MAIL_FOLDER", site.data().of("mail").toString());
            variables.put("SKYHOLM_IDENTITY_CLIENT_SECRET", secrets.password("identity_client"));
            variables.put("SKYHOLM_FIRST_ADMIN_ID", secrets.id("first_admin").toString());
            variables.put("SKYHOLM_FIRST_ADMIN_PASSWORD", secrets.password("first_admin_password"));
        }
        if (service.equals("compute")) {
            variables.put("SKYHOLM_COMPUTE_KEY", secrets.key("compute_key"));
            variables.putAll(LocalHosts.configured(System.getenv()).environment(secrets));
        }
        if (service.equals("storage")) {
            String folder = site.data().of("objects").toString();
            variables.put("SKYHOLM_STORAGE_FOLDER", folder);
            variables.put("SKYHOLM_STORAGE_KEY", secrets.key("storage_key"));
            if (CephFiles.areWanted(site.data())) {
                CephFiles ceph = new CephFiles(site);
                variables.putAll(new CephHosts(ceph).storageVariables());
                variables.putAll(new CephBucket(ceph).storageVariables(folder));
            }
        }
        if (service.equals("audit")) {
            variables.put("SKYHOLM_AUDIT_SIGNER", AuditSigner.socket().toString());
            variables.put(
                    "SKYHOLM_AUDIT_ARCHIVE", site.data().of("audit-archive").toString());
        }
        return variables;
    }

    /** The same for a service that migrates its schema by itself, as under live reload and in its tests. */
    public Map<String, String> ofMigrating(String service) {
        Map<String, String> variables = new TreeMap<>(of(service));
        // It runs in another folder than the signer, or without one.
        variables.remove("SKYHOLM_AUDIT_SIGNER");
        variables.put("SKYHOLM_DB_OWNER", service + "_owner");
        variables.put("SKYHOLM_DB_OWNER_PASSWORD", site.secrets().password(service + "_owner"));
        return variables;
    }
}
