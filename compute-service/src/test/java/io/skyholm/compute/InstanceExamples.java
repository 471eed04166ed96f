package io.skyholm.compute;

import io.skyholm.compute.instance.Guest;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the operations of instances and all around them are called rightly. */
final class InstanceExamples {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private final UUID tenant;
    private final Person owner;
    private final UUID pool = Fresh.pool();
    private final UUID machine = Fresh.machine(pool);

    private InstanceExamples(UUID tenant) {
        this.tenant = tenant;
        this.owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    /** On things of that tenant. */
    static Examples in(UUID tenant) {
        return addTo(new Examples(), tenant);
    }

    /** The same, added to others. */
    static Examples addTo(Examples examples, UUID tenant) {
        InstanceExamples things = new InstanceExamples(tenant);
        things.instances(examples);
        things.operations(examples);
        things.sets(examples);
        things.transfers(examples);
        things.consoles(examples);
        return examples;
    }

    private void instances(Examples examples) {
        Guest running = at("RUNNING", "RUNNING");
        Guest stopped = at("STOPPED", "STOPPED");
        Guest suspended = at("SUSPENDED", "SUSPENDED");
        Guest deleting = at("DELETING", "STOPPED");
        SQL.change(
                "update instance set intent = 'DELETE', deletable_at = now() + interval '1 day' where id = ?",
                deleting.id());
        SQL.change("update instance set password_sealed = 'x', password_key_id = 'x' where id = ?", running.id());
        Guest picked = at("RUNNING", "RUNNING");
        examples.example("POST /v1/instances", Guest.in(pool))
                .example("POST /v1/instances/actions", Map.of("action", "RESTART", "instanceIds", List.of(picked.id())))
                .example("PATCH /v1/instances/{id}", Map.of("hostname", "web-1"))
                .path("/v1/instances/{id}", running::path)
                .example("POST /v1/instances/{id}/resize", Map.of("cpuCores", 2))
                .path("/v1/instances/{id}/resize", () -> running.path() + "/resize")
                .example("POST /v1/instances/{id}/rebuild", Map.of("image", "debian-13"))
                .path("/v1/instances/{id}/rebuild", () -> running.path() + "/rebuild")
                .path("/v1/instances/{id}/initial-password", () -> running.path() + "/initial-password")
                .path("/v1/instances/{id}/reset-password", () -> stopped.path() + "/reset-password")
                .path("/v1/instances/{id}/start", () -> stopped.path() + "/start")
                .path("/v1/instances/{id}/stop", () -> running.path() + "/stop")
                .path("/v1/instances/{id}/restart", () -> running.path() + "/restart")
                .path("/v1/instances/{id}/suspend", () -> running.path() + "/suspend")
                .path("/v1/instances/{id}/resume", () -> suspended.path() + "/resume")
                .path("/v1/instances/{id}/undelete", () -> deleting.path() + "/undelete")
                .path("/v1/virtual-machines/{id}", () -> "/v1/virtual-machines/" + running.virtualMachine());
        examples.example(
                        "POST /v1/placements",
                        Map.of("resourcePoolId", pool, "cpuCores", 1, "memoryGb", 1, "storageGb", 1))
                .path("/v1/machines/{id}/drain", () -> "/v1/machines/" + machine + "/drain");
    }

    private void operations(Examples examples) {
        Guest open = Guest.made(owner, tenant, Guest.in(pool, "cpuCores", 1));
        Guest failed = at("ERROR", "STOPPED");
        SQL.change("update operation set status = 'FAILED' where id = ?", failed.operation());
        examples.path("/v1/operations/{id}", () -> "/v1/operations/" + open.operation())
                .path("/v1/operations/{id}/stream", () -> "/v1/operations/" + failed.operation() + "/stream")
                .path("/v1/operations/{id}/cancel", () -> "/v1/operations/" + open.operation() + "/cancel")
                .path("/v1/operations/{id}/retry", () -> "/v1/operations/" + failed.operation() + "/retry");
    }

    private void sets(Examples examples) {
        String empty = set();
        String full = set();
        Guest running = at("RUNNING", "RUNNING");
        Guest stopped = at("STOPPED", "STOPPED");
        Guest single = at("STOPPED", "STOPPED");
        for (Guest member : List.of(running, stopped)) {
            owner.post(full + "/members", Map.of("instanceId", member.id()))
                    .then()
                    .statusCode(201);
        }
        examples.example("POST /v1/instance-sets", Map.of("name", Fresh.name()))
                .example("PATCH /v1/instance-sets/{id}", Map.of("description", "Other"))
                .path("/v1/instance-sets/{id}", () -> empty)
                .example("POST /v1/instance-sets/{id}/members", Map.of("instanceId", single.id()))
                .path("/v1/instance-sets/{id}/members", () -> empty + "/members")
                .path("/v1/instance-sets/{id}/members/{instanceId}", () -> full + "/members/" + running.id())
                .path("/v1/instance-sets/{id}/start", () -> full + "/start")
                .path("/v1/instance-sets/{id}/stop", () -> full + "/stop")
                .example("POST /v1/instance-sets/{id}/launch", Map.of("templateId", template(), "resourcePoolId", pool))
                .path("/v1/instance-sets/{id}/launch", () -> empty + "/launch");
    }

    private void transfers(Examples examples) {
        String offers = "/v1/instance-transfers";
        UUID offered = offered();
        UUID accepted = offered();
        SQL.change("update instance_transfer set ready = true where id = ?", accepted);
        UUID declined = offered();
        examples.example("POST /v1/instance-transfers", offer(UUID.randomUUID()))
                .path(offers + "/{id}", () -> offers + "/" + offered)
                .example(
                        "POST /v1/instance-transfers/{id}/accept",
                        Map.of("networks", List.of(Map.of("subnetId", UUID.randomUUID()))))
                .path(offers + "/{id}/accept", () -> offers + "/" + accepted + "/accept")
                .path(offers + "/{id}/decline", () -> offers + "/" + declined + "/decline");
    }

    /** One that its host has answered just now, and one that it is asked for. */
    private void consoles(Examples examples) {
        Host host = heard();
        Guest answered = answered(owner, host);
        Guest asked = at(owner, Fresh.pool(), "RUNNING", "RUNNING");
        UUID request = console(host, asked, "null, null");
        String log = Base64.getEncoder().encodeToString("web-1 login: ".getBytes(StandardCharsets.UTF_8));
        Instant now = Instant.now();
        examples.path("/v1/instances/{id}/console-log", () -> answered.path() + "/console-log")
                .path("/v1/instances/{id}/console-tickets", () -> answered.path() + "/console-tickets")
                .path("/v1/host-consoles/{id}/log", () -> "/v1/host-consoles/" + request + "/log")
                .example(
                        "POST /v1/host-consoles/{id}/log",
                        Map.of(
                                "hostId",
                                host.id(),
                                "log",
                                log,
                                "signedAt",
                                now.toString(),
                                "signature",
                                host.keys().signature(ConsoleStatement.of(host.id(), request, log, now))));
    }

    /** A host of which something is heard for the next hour. */
    static Host heard() {
        Host host = Host.in(Fresh.pool());
        SQL.change("update compute_machine set last_heartbeat = now() + interval '1 hour' where id = ?", host.id());
        return host;
    }

    /** One of theirs of which that host has told just now what is on its console. */
    static Guest answered(Person owner, Host host) {
        Guest guest = at(owner, Fresh.pool(), "RUNNING", "RUNNING");
        SQL.change("update instance set compute_machine_id = ? where id = ?", host.id(), guest.id());
        console(host, guest, "now() + interval '1 hour', 'web-1 login: '");
        return guest;
    }

    private static UUID console(Host host, Guest guest, String answer) {
        UUID id = UUID.randomUUID();
        SQL.change("""
                insert into console_request (id, tenant_id, instance_id, virtual_machine_id, compute_machine_id, use,
                    expires_at, answered_at, log)
                select ?, tenant_id, id, virtual_machine_id, ?, 'LOG', now() + interval '1 hour', %s
                from instance where id = ?""".formatted(answer), id, host.id(), guest.id());
        return id;
    }

    private UUID offered() {
        return owner.made("/v1/instance-transfers", offer(Person.ADMIN.tenant()));
    }

    private Map<String, Object> offer(UUID to) {
        return Map.of(
                "instanceId",
                at("STOPPED", "STOPPED").id(),
                "toTenantId",
                to,
                "message",
                "As agreed",
                "expiresInDays",
                3);
    }

    /** An instance that rests in a status, as if its host had brought it there. */
    private Guest at(String status, String power) {
        return at(owner, pool, status, power);
    }

    private static Guest at(Person owner, UUID where, String status, String power) {
        Guest guest = Guest.made(owner, owner.tenant(), Guest.in(where, "cpuCores", 1));
        SQL.change(
                "update operation set status = 'SUCCEEDED', ended_at = now() where id = ? and ended_at is null",
                guest.operation());
        SQL.change(
                "update instance set status = ?, power = ?, operation_id = null where id = ?",
                status,
                power,
                guest.id());
        return guest;
    }

    private String set() {
        String id = owner.post("/v1/instance-sets", Map.of("name", Fresh.name()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/v1/instance-sets/" + id;
    }

    private UUID template() {
        UUID id = UUID.randomUUID();
        SQL.change("""
                insert into template (id, generation, tenant_id, owner_id, name, template_type, default_cpu_cores,
                    default_memory_gb, default_storage_gb, visibility, version, status, members, created_at, updated_at)
                values (?, 1, ?, ?, ?, 'INSTANCE_SET', 1, 1, 1, 'PUBLIC', 'v1.0.0', 'ACTIVE', ?, now(), now())""", id, tenant, owner.id(), Fresh.name(), """
                [{"role": "web", "count": 1, "size": {"cpuCores": 1, "memoryGb": 1, "storageGb": 1}}]""");
        return id;
    }
}
