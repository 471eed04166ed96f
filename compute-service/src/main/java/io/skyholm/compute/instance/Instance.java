package io.skyholm.compute.instance;

import io.skyholm.compute.part.Part;
import io.skyholm.compute.password.InitialPassword;
import io.skyholm.compute.placement.Demand;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.placement.PlacementClaim;
import io.skyholm.compute.placement.PlacementRequest;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant ordered: its size, its image and its networks, what was claimed for it, and how far it is. It outlives moves
 * between machines. Only its own methods change it, so that what its facts and its host are told cannot be passed by. Times are as
 * exact as the database keeps them: the answer to a change equals what is read afterwards.
 */
@Entity
@Table(name = "instance")
public class Instance implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID userId;

    Profile profile;
    Progress progress;
    BootSource boot;
    PlacementRequest placement;
    DesiredState desired = new DesiredState();
    Location location = new Location();
    UUID virtualMachineId;

    Allocation allocation;
    PartList parts;
    Deletion deletion;

    @Nullable InitialPassword password;

    /** The offer by which it goes to another tenant, while all prepare for that; nothing begins with it meanwhile. */
    @Nullable UUID transferId;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Instance() {}

    /** A new one, which nothing was taken for yet. */
    public Instance(InstanceSpec spec, Instant now) {
        id = spec.id();
        tenantId = spec.owner().tenantId();
        userId = spec.owner().userId();
        virtualMachineId = Ids.next();
        profile = new Profile(spec.name(), spec.options(), now);
        progress = new Progress(spec.options().waitSeconds());
        boot = spec.boot();
        placement = spec.placement();
        allocation = new Allocation(spec.chosen().size(), spec.chosen().planId());
        parts = new PartList(spec.options().networks(), spec.owner().groups());
        deletion = new Deletion(spec.options());
        revision = Revision.first(spec.owner().createdBy(), now);
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID userId() {
        return userId;
    }

    public Progress progress() {
        return progress;
    }

    public UUID virtualMachineId() {
        return virtualMachineId;
    }

    public BootSource boot() {
        return boot;
    }

    public DesiredState desired() {
        return desired;
    }

    public Location location() {
        return location;
    }

    public Allocation allocation() {
        return allocation;
    }

    public PartList parts() {
        return parts;
    }

    public Profile profile() {
        return profile;
    }

    public Deletion deletion() {
        return deletion;
    }

    public Optional<InitialPassword> password() {
        return Optional.ofNullable(password);
    }

    public boolean isDeleted() {
        return progress.status() == InstanceStatus.DELETED;
    }

    public boolean isExclusive() {
        return placement.isExclusive();
    }

    /** Whether its affinity is to a set. */
    public boolean isInSet() {
        return placement.instanceSetId() != null;
    }

    /** Whether it is about to go to another tenant. */
    public boolean isBeingTransferred() {
        return transferId != null;
    }

    public boolean isHeldBy(UUID transfer) {
        return transfer.equals(transferId);
    }

    /** Nothing begins with it until that is over. */
    public void hold(@Nullable UUID transfer) {
        transferId = transfer;
    }

    /** What its facts tell network: whether its ports are to be there. */
    boolean networkWanted() {
        return parts.wanted().contains(Part.NETWORK);
    }

    /** What its facts tell storage: whether the disk that it boots from is to be there. */
    boolean bootDiskWanted() {
        return parts.wanted().contains(Part.BOOT_DISK);
    }

    /** The same: whether storage has yet to say that nothing is left of it. */
    boolean bootDiskHeld() {
        return parts.held().contains(Part.BOOT_DISK);
    }

    /** What its facts tell network: the groups of whose members' networks it may join any; null for all of its tenant's. */
    @Nullable List<UUID> networkGroupIds() {
        return parts.networkGroupIds();
    }

    /** What counts in quotas for it: its size, or the whole machine that it has to itself and nobody else can use. */
    public Size chargeable() {
        return isExclusive() && location.isPlaced() ? allocation.held() : allocation.size();
    }

    public Demand demand() {
        return placement.demand(allocation.size());
    }

    public PlacementClaim holding() {
        return new PlacementClaim(id, location.requireMachine(), allocation.held(), placement.instanceSetId());
    }

    /** What it would have of that machine. */
    public PlacementClaim claimOf(Place place) {
        return new PlacementClaim(id, place.machineId(), place.held(), placement.instanceSetId());
    }

    void change(ChangeInstance command, Instant now) {
        profile.change(command, now);
        deletion.change(command);
        boot.change(command);
        desired.changed();
    }

    /** It takes a place on a machine, for which its parts are prepared. */
    public void placed(Place place, List<String> needed) {
        location.placed(place);
        allocation.held(place.held());
        parts.want(needed);
        progress.waits(null);
    }

    public void displaced() {
        location.displaced();
        allocation.held(Size.NONE);
    }

    public void resize(Size size, @Nullable UUID plan) {
        allocation.resize(size, plan);
        desired.changed();
    }

    /** Its disk is made anew, and it boots from it. */
    public void rebuild(RebuildInstance request) {
        boot.rebuild(request);
        parts.want(Part.BOOT_DISK, location.isPlaced() && boot.imageVersionId() != null);
        desired.rebuild();
    }

    /** A disk that cannot be made anew leaves the one that is there; false if there is none, or its host may have begun. */
    public boolean keepDisk() {
        if (!desired.isRebuildUntold()) {
            return false;
        }
        boot.keep();
        desired.keepBuild();
        parts.want(Part.BOOT_DISK, location.isPlaced() && boot.imageVersionId() != null);
        return true;
    }

    /** It gets another password when its host is next told of it; one that runs reads it when it restarts. */
    public void resetPassword() {
        password = null;
        desired.changed();
        if (desired.power() == VmPower.RUNNING) {
            desired.restart();
            progress.is(InstanceStatus.RESTARTING);
        }
    }

    public void password(InitialPassword made) {
        password = made;
    }

    /** It is to be removed, at once or when that can no longer be undone. */
    public void delete(Instant now) {
        deletion.delete(location.isPlaced(), now);
    }

    /** It is being brought up. */
    public void starting() {
        progress.is(InstanceStatus.STARTING);
    }

    /** It is not what it was to be: it is an error, and off; what is off is on its way nowhere. */
    public void stopAndFail(String why) {
        desired.power(VmPower.STOPPED);
        location.moving(false);
        progress.failed(why);
    }

    /**
     * It is theirs from now on, on the machine that it has. What the one before has put into it by compute stays behind: what is secret of that
     * is sealed for them. It gets another password.
     */
    public void give(InstanceSpec.Owner to, List<WantedNetwork> networks, Instant now) {
        tenantId = to.tenantId();
        userId = to.userId();
        transferId = null;
        parts.join(networks, to.groups());
        profile.schedule(null, now);
        boot.forgetWhoMadeIt();
        password = null;
        desired.changed();
    }

    /** Its machine is gone, and it is not started elsewhere by itself. */
    public void lost(String why) {
        desired.power(VmPower.STOPPED);
        progress.ended();
        progress.failed(why);
    }

    /** It stops, or has, because somebody wanted that: no error is shown. */
    public void stopping() {
        progress.completed(location.isPlaced() ? InstanceStatus.STOPPING : InstanceStatus.STOPPED);
    }

    /** Nothing of it is left: what was secret of it goes too. */
    public void deleted(Instant now) {
        progress.completed(InstanceStatus.DELETED);
        deletion.keep();
        profile.unschedule();
        boot.forgetScript();
        if (password != null) {
            password.forget();
        }
        revision.deleted(revision.updatedBy(), now);
    }

    /** Every change that is told counts; of one that the platform made, whoever asked for something last stays known. */
    public void changed(@Nullable UUID by, Instant now) {
        revision.changed(by == null ? revision.updatedBy() : by, now);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
