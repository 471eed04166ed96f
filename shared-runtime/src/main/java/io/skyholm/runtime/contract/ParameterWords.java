package io.skyholm.runtime.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes parameters that say nothing of themselves: an id in a path by what stands before it, and a filter of a list by the property of
 * its name, or by {@code query.name = …} where no property has it.
 */
final class ParameterWords {

    private static final Pattern IN_PATH = Pattern.compile("([^/]+)/\\{(\\w+)}");
    private static final Pattern PLURAL = Pattern.compile("(.*?)(ies|sses|s)");

    private final ModuleTexts words;

    ParameterWords(ModuleTexts words) {
        this.words = words;
    }

    void write(String path, Operation operation) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            if (parameter.getName() != null && parameter.getDescription() == null) {
                description(path, parameter).ifPresent(parameter::setDescription);
            }
        }
    }

    private Optional<String> description(String path, Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            return IN_PATH.matcher(path)
                    .results()
                    .filter(found -> found.group(2).equals(parameter.getName()))
                    .map(found -> "The id of the " + singular(found.group(1)))
                    .findFirst();
        }
        return words.at("query." + parameter.getName())
                .or(() -> words.at(parameter.getName()).map(word -> "Only those with this value: " + begun(word)));
    }

    /** What one of a list is called: of address-pools an address pool. */
    private static String singular(String segment) {
        String words = segment.replace('-', ' ');
        Matcher plural = PLURAL.matcher(words);
        if (!plural.matches()) {
            return words;
        }
        return plural.group(1)
                + switch (plural.group(2)) {
                    case "ies" -> "y";
                    case "sses" -> "ss";
                    default -> "";
                };
    }

    private static String begun(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
