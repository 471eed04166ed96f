package io.skyholm.runtime.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What roles and keys come to that are limited to projects. */
class RightsTest {

    private static final Permission READ = Permission.parse("INSTANCE:READ");
    private static final Permission DELETE = Permission.parse("INSTANCE:DELETE");
    private static final Permission INVITE = Permission.parse("USER:CREATE");
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID BELOW_ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void whatIsHeldEverywhereIsNotLimited() {
        Rights rights = Rights.of(Set.of(READ)).and(Set.of(READ, DELETE), Set.of(ONE));
        assertThat(rights.limitOf(READ)).isEmpty();
        assertThat(rights.limitOf(DELETE)).contains(Set.of(ONE));
    }

    @Test
    void whatIsHeldForTwoProjectsHoldsForBoth() {
        Rights rights = Rights.of(Set.of()).and(Set.of(READ), Set.of(ONE)).and(Set.of(READ), Set.of(OTHER));
        assertThat(rights.limitOf(READ)).contains(Set.of(ONE, OTHER));
    }

    @Test
    void roleOfAGroupThatIsGoneAllowsNothing() {
        assertThat(Rights.of(Set.of()).and(Set.of(READ), Set.of()).include(READ))
                .isFalse();
    }

    @Test
    void whatCannotBeLimitedIsNotAllowedByALimitedRole() {
        assertThat(Rights.of(Set.of()).and(Set.of(INVITE), Set.of(ONE)).include(INVITE))
                .isFalse();
    }

    @Test
    void nobodyShedsALimitByAKeyThatLeavesOutWhatIsLimited() {
        Rights rights = Rights.of(Set.of(INVITE)).and(Set.of(READ), Set.of(ONE));
        assertThat(rights.only(Set.of(INVITE)).areLimitedTo(ONE)).isTrue();
        assertThat(rights.only(Set.of(INVITE)).areLimitedTo(OTHER)).isFalse();
    }

    @Test
    void callHoldsWhatIsHeldForAllThatItConcerns() {
        Rights rights =
                Rights.of(Set.of(INVITE)).and(Set.of(READ), Set.of(ONE, OTHER)).and(Set.of(DELETE), Set.of(ONE));
        assertThat(rights.holdingIn(null)).containsExactly(INVITE);
        assertThat(rights.holdingIn(Set.of(ONE))).containsExactlyInAnyOrder(INVITE, READ, DELETE);
        assertThat(rights.holdingIn(Set.of(ONE, OTHER))).containsExactlyInAnyOrder(INVITE, READ);
    }

    @Test
    void keyOfAProjectLosesWhatCannotBeLimited() {
        Rights rights = Rights.of(Set.of(READ, INVITE)).within(Set.of(ONE));
        assertThat(rights.everywhere()).isEmpty();
        assertThat(rights.limited()).isEqualTo(Map.of(READ, Set.of(ONE)));
    }

    @Test
    void keyOfAProjectOfSomebodyLimitedIsWorthWhatBothLimitsLeave() {
        Rights rights = Rights.of(Set.of()).and(Set.of(READ), Set.of(ONE, BELOW_ONE));
        assertThat(rights.within(Set.of(BELOW_ONE)).limitOf(READ)).contains(Set.of(BELOW_ONE));
        assertThat(rights.within(Set.of(OTHER)).include(READ)).isFalse();
    }

    @Test
    void keyOfAProjectThatIsGoneIsWorthNothing() {
        Rights rights = Rights.of(Set.of(READ)).within(Set.of());
        assertThat(rights).isEqualTo(Rights.of(Set.of()));
    }

    @Test
    void narrowKeyLeavesTheLimitsAsTheyAre() {
        Rights rights = Rights.of(Set.of(DELETE)).and(Set.of(READ), Set.of(ONE));
        assertThat(rights.only(Set.of(READ)).limited()).containsOnlyKeys(READ);
        assertThat(rights.only(Set.of(READ)).everywhere()).isEmpty();
    }

    @Test
    void rolesOfProjectsAreAddedEachForItsOwn() {
        KnownLimitedRole user = new KnownLimitedRole("USER", Set.of(), Set.of(ONE));
        KnownLimitedRole own = new KnownLimitedRole("cleaner", Set.of(DELETE), Set.of(OTHER));
        Rights rights = KnownLimitedRole.added(Rights.of(Set.of()), List.of(user, own));
        assertThat(rights.limitOf(READ)).contains(Set.of(ONE));
        assertThat(rights.limitOf(DELETE)).contains(Set.of(ONE, OTHER));
    }

    @Test
    void whoIsLimitedToAGroupIsKnown() {
        Rights rights = Rights.of(Set.of()).and(Set.of(READ), Set.of(ONE, BELOW_ONE));
        assertThat(rights.areLimitedTo(BELOW_ONE)).isTrue();
        assertThat(rights.areLimitedTo(OTHER)).isFalse();
    }
}
