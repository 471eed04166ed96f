-- Counts in every scope what an instance has by now, whatever the limit: an instance that the platform moves to a larger machine,
-- which it has to itself, is not lost because of a quota; only what is new is refused. A limit that is being set waits for all
-- who count without one, as in claim_quota.
create function adjust_quota(scopes uuid[], cpu int, memory_gb_more int, storage int, gpu int) returns void
    language plpgsql as $$
declare
    scope uuid;
begin
    foreach scope in array scopes loop
        perform 1 from quota_usage where scope_id = scope and not is_limited for share;
        continue when found;
        update quota_usage set
            vcpus = vcpus + cpu, memory_mb = memory_mb + memory_gb_more * 1024,
            storage_gb = storage_gb + storage, gpus = gpus + gpu
        where scope_id = scope and is_limited;
        continue when found;
        perform 1 from quota_usage where scope_id = scope for share;
    end loop;
end $$;

-- As claim_quota, for a transaction that goes on when it is refused: the scopes before the one that refuses are as they were.
create function try_claim_quota(
    tenant uuid, scopes uuid[], n int, cpu int, memory_gb_more int, storage int, gpu int) returns uuid
    language plpgsql as $$
declare
    refused_by uuid;
begin
    begin
        refused_by := claim_quota(tenant, scopes, n, cpu, memory_gb_more, storage, gpu);
        if refused_by is not null then
            raise exception using errcode = 'QUOTA';
        end if;
    exception when sqlstate 'QUOTA' then
        return refused_by;
    end;
    return null;
end $$;
