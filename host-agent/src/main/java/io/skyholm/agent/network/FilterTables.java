package io.skyholm.agent.network;

/**
 * What the filters of a host have in common, in the language of nftables: what belongs to a port are chains of its own, and elements of the maps that are
 * empty here.
 *
 * <p>Rules stand where a bridge forwards, since only there it is known from which port a packet comes and to which it goes. Which connection it belongs
 * to is not known there: the filters of IP, which it has passed before, mark what belongs to a known one. So a rule that is taken away closes no
 * connection. VPCs may have the same addresses, so each has connections of its own.
 *
 * <p>What is forwarded between subnets passes the bridge twice: from one port to the router, and from there to the other. It is one connection both times, known
 * as soon as the first port has let it through, and must not pass by the rules of the second. So a connection says which of its ends have let it through: that of
 * whoever began it (1) and the other (2). A packet bears for each end that it passes whether its connection is known there (0x10000 where it leaves, 0x20000
 * where it arrives), or that the end's rules have let it through now (0x40000 and 0x80000). What is sent to all ports, since nobody knows yet where its receiver
 * is, has been let through by that one alone.
 *
 * <p>A host can track so many connections, and refuses everybody's when they are used up. So there is a limit to those that a port has begun, and that were
 * begun with it, and to how many it begins in a second, which also limits how often its rules are looked through. How many are begun with it in a second
 * has none: whoever its rules keep out could use that up.
 */
final class FilterTables {

    /** As nftables lists them. */
    static final String BRIDGE = "bridge skyholm";

    static final String INET = "inet skyholm";

    /** Connections that a port may have begun. To look whether they still are there takes time, so there cannot be any number of them. */
    static final int MOST_LEAVING = 4096;

    /** Connections that others may have begun with a port. */
    static final int MOST_ARRIVING = 8192;

    /** How many connections a port may begin. */
    static final int NEW_EACH_SECOND = 500;

    /** What it may begin at once after it has begun none for a while. */
    static final int NEW_AT_ONCE = 1000;

    private FilterTables() {}

    static final String REMOVED = """
            table inet skyholm
            delete table inet skyholm
            table bridge skyholm
            delete table bridge skyholm
            """;

    /** Without any port. What comes from a port of which nothing is known goes nowhere, and nothing that is in a VPC reaches the host itself. */
    static final String EMPTY = REMOVED
            + """
            table inet skyholm {
              map zones { typeof iifname : ct zone; }
              set ports { type ifname . ether_addr; }
              set begun { type ifname . ether_addr; size 65536; flags dynamic, timeout; timeout 1m; }
              set leaving { type ifname . ether_addr; size 65536; flags dynamic; }
              set arriving { type ifname . ether_addr; size 65536; flags dynamic; }
              chain zones {
                type filter hook prerouting priority raw; policy accept;
                ct zone set iifname map @zones
              }
              chain known {
                type filter hook prerouting priority mangle; policy accept;
                ct state established,related jump passed
                ct state untracked accept
                ct status confirmed accept
                iifname . ether saddr @ports update @begun { iifname . ether saddr limit rate over {each}/second burst {once} packets } drop
                iifname . ether saddr @ports add @leaving { iifname . ether saddr ct count over {leaving} } drop
                iifname . ether daddr @ports add @arriving { iifname . ether daddr ct count over {arriving} } drop
              }
              chain passed {
                ct direction original ct mark & 0x1 != 0 meta mark set meta mark | 0x10000
                ct direction reply ct mark & 0x2 != 0 meta mark set meta mark | 0x10000
                ct direction original ct mark & 0x2 != 0 meta mark set meta mark | 0x20000
                ct direction reply ct mark & 0x1 != 0 meta mark set meta mark | 0x20000
              }
              chain passing {
                type filter hook forward priority filter; policy accept;
                meta mark & 0xc0000 == 0 accept
                ct direction original meta mark & 0x40000 != 0 ct mark set ct mark | 0x1
                ct direction reply meta mark & 0x40000 != 0 ct mark set ct mark | 0x2
                ct direction original meta mark & 0x80000 != 0 ct mark set ct mark | 0x2
                ct direction reply meta mark & 0x80000 != 0 ct mark set ct mark | 0x1
              }
            }
            table bridge skyholm {
              map sources { typeof iifname : verdict; }
              map leaving { typeof iifname : verdict; }
              map arriving { typeof oifname : verdict; }
              set taps { type ifname . ether_addr; }
              chain sources {
                type filter hook prerouting priority -300; policy accept;
                iifname vmap @sources
                iifname "{tap}*" drop
              }
              chain served {
                icmpv6 type nd-router-advert accept
                udp sport 67 udp dport 68 accept
                udp sport 547 udp dport 546 accept
              }
              chain asked {
                icmpv6 type nd-router-solicit accept
                udp sport 68 udp dport 67 accept
                udp sport 546 udp dport 547 accept
              }
              chain found {
                arp operation reply accept
                icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept
                drop
              }
              chain always {
                icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, mld-listener-query, mld-listener-report } accept
              }
              chain forwarded {
                type filter hook forward priority -100; policy accept;
                iifname "{server}*" oifname "{tunnel}*" drop
                iifname "{server}*" oifname "{router}*" drop
                iifname "{tunnel}*" oifname "{server}*" drop
                iifname "{router}*" oifname "{server}*" drop
                oifname "{router}*" jump found
                ether type arp accept
                iifname "{server}*" jump served
                oifname "{server}*" jump asked
                meta mark & 0x10000 == 0 iifname vmap @leaving
                meta mark & 0x20000 == 0 oifname vmap @arriving
                iifname "{tap}*" meta mark & 0x10000 == 0 meta mark set meta mark | 0x40000
                oifname . ether daddr @taps meta mark & 0x20000 == 0 meta mark set meta mark | 0x80000
              }
              chain own {
                type filter hook input priority -200; policy accept;
                iifname "{tap}*" drop
                iifname "{tunnel}*" drop
                iifname "{server}*" drop
                iifname "{router}*" drop
                iifname "{outside}" drop
                iifname "{floating}*" drop
              }
            }
            """.replace("{tap}", Tap.PREFIX)
                    .replace("{server}", VpcBridge.SERVER)
                    .replace("{router}", VpcBridge.ROUTER)
                    .replace("{tunnel}", VpcBridge.TUNNEL)
                    .replace("{outside}", NatGateway.OUTER)
                    .replace("{floating}", VpcBridge.FLOATING)
                    .replace("{each}", Integer.toString(NEW_EACH_SECOND))
                    .replace("{once}", Integer.toString(NEW_AT_ONCE))
                    .replace("{leaving}", Integer.toString(MOST_LEAVING))
                    .replace("{arriving}", Integer.toString(MOST_ARRIVING));
}
