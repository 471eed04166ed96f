-- No address is frozen, or leased, long past its time.
select id, ip_address, status, frozen_until, lease_expires_at from network.ip_address
where status = 'FROZEN' and frozen_until < now() - interval '10 minutes'
   or status = 'ALLOCATED' and lease_expires_at < now() - interval '10 minutes'
