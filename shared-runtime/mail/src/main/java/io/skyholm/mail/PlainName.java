package io.skyholm.mail;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A name that somebody chose, as a mail may show it. Programs that show mail make links of what looks like one, so that a name
 * could send its reader anywhere under our letterhead.
 */
final class PlainName {

    private static final int LONGEST = 100;

    /** Line breaks, what changes the direction of writing, and what nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

    private static final Pattern SCHEME = Pattern.compile(
            ":(?=//)|(?<=\\b(?:mailto|tel|sms|callto|sip|sips|xmpp|skype|data|file|javascript|vbscript|https?|ftp)):",
            Pattern.CASE_INSENSITIVE);

    /** A dot before the last part of a domain, which is letters only, or an encoded one. */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?<=[\\p{L}\\p{M}\\p{N}-])[.\u3002](?=(?:\\p{L}[\\p{L}\\p{M}]++|xn--)(?!\\p{N}|-[\\p{L}\\p{N}]))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern WWW = Pattern.compile("\\bwww[.\u3002]", Pattern.CASE_INSENSITIVE);

    private PlainName() {}

    /** The name in one line, with brackets in what would become a link: {@code evil[.]example}. */
    static String of(String name) {
        String line = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        String apart = SCHEME.matcher(shortened(line)).replaceAll("[:]").replace("@", "[at]");
        return DOMAIN.matcher(dotsApart(ADDRESS, dotsApart(WWW, apart))).replaceAll("[.]");
    }

    private static String dotsApart(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(PlainName::dotsApart);
    }

    private static String dotsApart(MatchResult found) {
        return found.group().replace("\u3002", ".").replace(".", "[.]");
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
