package io.skyholm.runtime.testing.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What of a class file can be SQL. Class files and not sources are read: there a constant of another class, a text block and
 * what is joined with something at run time are one text each, where a source would show their parts.
 *
 * @param texts all that have more than one word: literals, what they are joined with, and values of annotations
 * @param sources what each {@code Select} is made from; an empty one is not written where the select is made
 */
record SqlTexts(List<String> texts, List<String> sources) {

    private static final String SELECT = "io/skyholm/runtime/record/Select";

    static SqlTexts in(JavaClass type) {
        ClassModel file = parse(type);
        List<String> sources = new ArrayList<>();
        file.methods().forEach(method -> method.code().ifPresent(code -> addSources(code, sources)));
        List<String> texts = StreamSupport.stream(file.constantPool().spliterator(), false)
                .filter(Utf8Entry.class::isInstance)
                .map(entry -> ((Utf8Entry) entry).stringValue())
                .filter(text -> text.chars().anyMatch(Character::isWhitespace))
                .toList();
        return new SqlTexts(texts, sources);
    }

    private static ClassModel parse(JavaClass type) {
        try {
            return ClassFile.of()
                    .parse(Files.readAllBytes(
                            Path.of(type.getSource().orElseThrow().getUri())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addSources(CodeModel code, List<String> sources) {
        Instruction before = null;
        for (var element : code) {
            if (element instanceof InvokeInstruction call && isSelect(call)) {
                sources.add(textOf(before));
            }
            before = element instanceof Instruction instruction ? instruction : before;
        }
    }

    private static boolean isSelect(InvokeInstruction call) {
        return call.owner().asInternalName().equals(SELECT) && call.name().equalsString("of");
    }

    private static String textOf(@Nullable Instruction argument) {
        return switch (argument) {
            case ConstantInstruction constant when constant.constantValue() instanceof String text -> text;
            case InvokeDynamicInstruction joined ->
                joined.bootstrapArgs().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                        .orElse("");
            case null, default -> "";
        };
    }
}
